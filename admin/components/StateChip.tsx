/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';

export function StateChip({ state }: { readonly state: string }): React.ReactElement {
  const { t } = useTranslation();
  return <span className={`vc-chip vc-chip-${state}`}>{t(`states.${state}`)}</span>;
}
