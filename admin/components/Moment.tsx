/** @jsxRuntime classic */
import { useTranslation } from 'adminjs';
import React from 'react';

/** An instant in the reader's own zone and language. @param at RFC 3339 */
export function Moment({ at }: { readonly at: string }): React.ReactElement | null {
  const { i18n } = useTranslation();
  if (at === '') return null;
  const words = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at));
  return (
    <time dateTime={at}>
      <bdi>{words}</bdi>
    </time>
  );
}
