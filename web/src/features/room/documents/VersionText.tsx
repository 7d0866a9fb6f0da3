import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';

interface VersionTextProps {
  path: { readonly id: string; readonly documentId: string; readonly number: number };
  className: string;
}

/** The text as it was; it never changes, so it is fetched once. */
export function VersionText({ path, className }: VersionTextProps): ReactNode {
  const t = useT();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['document-version', path.documentId, path.number],
    queryFn: () =>
      ok(api.GET('/sessions/{id}/documents/{documentId}/versions/{number}', { params: { path } })),
    staleTime: Infinity,
  });
  return (
    <pre
      dir="auto"
      tabIndex={0}
      role="region"
      aria-label={t('room:documents.look')}
      className={`max-h-80 overflow-auto rounded-md p-3 text-xs whitespace-pre-wrap ${className}`}
    >
      {data?.text ?? t('common:loading')}
    </pre>
  );
}
