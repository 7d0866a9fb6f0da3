/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';

/** How long something waits, and in words when that is longer than was promised. */
export function Late({
  waiting,
  isLate,
}: {
  readonly waiting: string;
  readonly isLate: boolean;
}): React.ReactElement | null {
  const { t } = useTranslation();
  if (waiting === '') return null;
  return (
    <span className={isLate ? 'vc-late' : undefined}>
      <bdi>{waiting}</bdi>
      {isLate ? <strong> · {t('page.late')}</strong> : null}
    </span>
  );
}
