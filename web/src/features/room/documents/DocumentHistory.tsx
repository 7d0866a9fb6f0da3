import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../../app/services';
import { useT } from '../../../i18n/use-t';
import { ok } from '../../../shared/api/client';
import type { SessionView, SharedDocument } from '../../../shared/api/contract';
import { ProblemText } from '../../../shared/api/ProblemText';
import { TimeText } from '../../../shared/format/Formatted';
import { useRealtime } from '../../../shared/realtime/use-realtime';
import { VersionName } from './VersionName';
import { VersionText } from './VersionText';

const LINK =
  'inline-flex min-h-11 items-center px-2 text-sm underline focus-visible:outline-stage-ink';

interface DocumentHistoryProps {
  session: SessionView;
  document: SharedDocument;
  canRestore: boolean;
  onRestored: () => void;
}

/** What the text was when it was saved: to look at, to bring back as a new version, to take home. */
export function DocumentHistory(props: DocumentHistoryProps): ReactNode {
  const { session, document, canRestore, onRestored } = props;
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const path = { id: session.id, documentId: document.id };
  const queryKey = ['document-versions', document.id];
  const { data } = useQuery({
    queryKey,
    queryFn: () =>
      ok(api.GET('/sessions/{id}/documents/{documentId}/versions', { params: { path } })),
  });
  useRealtime('document.versions', ({ documentId }) => {
    if (documentId === document.id) void queryClient.invalidateQueries({ queryKey });
  });
  const restore = useMutation({
    mutationFn: (number: number) =>
      ok(
        api.POST('/sessions/{id}/documents/{documentId}/versions/{number}/restore', {
          params: { path: { ...path, number } },
        }),
      ),
    onSuccess: onRestored,
  });
  const [shown, setShown] = useState<number | null>(null);
  const versions = data?.items.toReversed() ?? [];
  return (
    <section
      aria-label={t('room:documents.history')}
      className="absolute inset-0 overflow-y-auto bg-stage-raised p-4"
    >
      {data && versions.length === 0 && <p className="text-sm">{t('room:documents.noVersions')}</p>}
      {restore.isError && (
        <p role="alert" className="text-sm">
          <ProblemText problem={restore.error} />
        </p>
      )}
      <ol reversed className="grid gap-3">
        {versions.map((version) => (
          <li key={version.number} className="grid gap-1 rounded-md bg-stage p-3">
            <p className="text-sm">
              <VersionName version={version} other={session.other} />
              <span className="block text-xs text-stage-muted">
                <TimeText at={version.savedAt} />
              </span>
            </p>
            <div className="flex flex-wrap gap-2">
              <button
                type="button"
                className={LINK}
                aria-expanded={shown === version.number}
                onClick={() => setShown(shown === version.number ? null : version.number)}
              >
                {t('room:documents.look')}
              </button>
              {canRestore && (
                <button
                  type="button"
                  className={LINK}
                  aria-disabled={restore.isPending}
                  onClick={() => restore.mutate(version.number)}
                >
                  {t('room:documents.restore')}
                </button>
              )}
              <a
                className={LINK}
                download
                href={`/api/v1/sessions/${session.id}/documents/${document.id}/versions/${version.number}/file`}
              >
                {t('room:documents.download')}
              </a>
            </div>
            {shown === version.number && (
              <VersionText path={{ ...path, number: version.number }} className="bg-stage-raised" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
