import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import type { DeletionCertificate } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { useRealtime } from '../realtime/use-realtime';
import { Panel } from '../ui/Panel';
import { KeptRecording } from './KeptRecording';

interface KeptRecordingsProps {
  sessionId: string;
  other: { readonly id: string; readonly displayName: string };
}

/** What was recorded of a session, for both of its people, and proof of what is gone; nothing where there was none. */
export function KeptRecordings({ sessionId, other }: KeptRecordingsProps): ReactNode {
  const t = useT();
  const api = useApi();
  const { data, refetch } = useQuery({
    queryKey: ['recordings', sessionId],
    queryFn: () =>
      ok(api.GET('/sessions/{id}/recordings', { params: { path: { id: sessionId } } })),
  });
  useRealtime('recording.changed', (changed) => {
    if (changed.sessionId === sessionId) void refetch();
  });
  if (!data || data.items.length + data.certificates.length === 0) return null;
  const nameOf = (id: string) => (id === other.id ? other.displayName : t('common:recordings.you'));
  return (
    <Panel title={t('common:recordings.title')}>
      <ul className="grid gap-8">
        {data.items.map((recording) => (
          <li key={recording.id}>
            <KeptRecording recording={recording} nameOf={nameOf} onDeleted={() => void refetch()} />
          </li>
        ))}
        {data.certificates.map((certificate) => (
          <li key={certificate.id}>
            <Certificate certificate={certificate} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Certificate({ certificate }: { certificate: DeletionCertificate }): ReactNode {
  const t = useT();
  const { purpose, cause, rule, deletedAt, files } = certificate;
  return (
    <details className="rounded-md bg-sunken p-4">
      <summary className="min-h-11 content-center">
        {t(`common:recordings.purpose.${purpose}`)}: {t('common:recordings.deleted')}{' '}
        <TimeText at={deletedAt} /> – {t(`common:recordings.cause.${cause}`)}
      </summary>
      <p className="mt-2 text-sm text-muted">
        {t('common:recordings.byRule')} <bdi>{rule}</bdi>
      </p>
      <ul className="mt-2 grid gap-1 text-xs break-all text-muted">
        {files.map(({ sha256 }) => (
          <li key={sha256}>
            SHA-256 <bdi>{sha256}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
