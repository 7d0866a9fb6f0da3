import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import type { Recording } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { useLocale } from '../format/locale-context';
import { formatClock } from '../format/time';
import { ErrorSummary } from '../forms/ErrorSummary';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { DownloadIcon, PlayIcon, TrashIcon } from '../ui/icons';
import { Spinner } from '../ui/Spinner';
import { RecordingPlayer } from './RecordingPlayer';

interface KeptRecordingProps {
  recording: Recording;
  nameOf: (personId: string) => string;
  onDeleted: () => void;
}

/** One recording: what it is, until when, and playing, keeping and deleting it, each by itself. */
export function KeptRecording({ recording, nameOf, onDeleted }: KeptRecordingProps): ReactNode {
  const t = useT();
  const { purpose, state, keepUntil, frozenBy } = recording;
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="font-medium">
          {t(`common:recordings.purpose.${purpose}`)} · <TimeText at={recording.beganAt} />
        </h3>
        {state === 'ready' && keepUntil && (
          <p className="text-sm text-muted">
            {frozenBy ? (
              t(`common:recordings.frozen.${frozenBy}`)
            ) : (
              <>
                {t('common:recordings.until')} <TimeText at={keepUntil} />
              </>
            )}
          </p>
        )}
      </div>
      {state === 'finishing' && (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {t('common:recordings.finishing')}
        </p>
      )}
      {state === 'failed' && <p className="text-danger">{t('common:recordings.failed')}</p>}
      {state === 'ready' && (
        <ReadyRecording recording={recording} nameOf={nameOf} onDeleted={onDeleted} />
      )}
    </div>
  );
}

function ReadyRecording({ recording, nameOf, onDeleted }: KeptRecordingProps): ReactNode {
  const t = useT();
  const api = useApi();
  const params = { path: { id: recording.id } };
  const [isDeleting, setIsDeleting] = useState(false);
  const ask = async (use: 'play' | 'download') =>
    (await ok(api.POST('/recordings/{id}/addresses', { params, body: { use } }))).items;
  const play = useMutation({ mutationFn: () => ask('play') });
  const download = useMutation({ mutationFn: () => ask('download'), onSuccess: saveAll });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/recordings/{id}', { params }),
    onSuccess: onDeleted,
  });
  const addresses = new Map(play.data?.map(({ fileId, url }) => [fileId, url]));
  return (
    <>
      <ErrorSummary error={play.error ?? download.error ?? remove.error} />
      {play.data && <RecordingPlayer recording={recording} addresses={addresses} nameOf={nameOf} />}
      <Gaps recording={recording} nameOf={nameOf} />
      <div className="flex flex-wrap gap-3">
        {!play.data && (
          <Button busy={play.isPending} onClick={() => play.mutate()}>
            <PlayIcon />
            {t('common:recordings.watch')}
          </Button>
        )}
        <Button look="secondary" busy={download.isPending} onClick={() => download.mutate()}>
          <DownloadIcon />
          {t('common:recordings.download')}
        </Button>
        {recording.purpose === 'copy' && recording.frozenBy === null && (
          <Button look="quiet" onClick={() => setIsDeleting(true)}>
            <TrashIcon />
            {t('common:recordings.delete')}
          </Button>
        )}
      </div>
      <Dialog
        title={t('common:recordings.deleteTitle')}
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
      >
        <p className="mb-5">{t('common:recordings.deleteMeans')}</p>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('common:recordings.deleteYes')}
        </Button>
      </Dialog>
    </>
  );
}

/** Said openly: where something is missing, of whom, and why. */
function Gaps({ recording, nameOf }: Pick<KeptRecordingProps, 'recording' | 'nameOf'>): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const missing = recording.gaps.filter(({ reason }) => reason !== 'off');
  if (missing.length === 0) return null;
  const clock = (ms: number) => formatClock(Math.floor(ms / 1000), locale);
  return (
    <details className="text-sm">
      <summary className="min-h-11 content-center">
        {t('common:recordings.gaps', { count: missing.length })}
      </summary>
      <ul className="grid gap-1 text-muted">
        {missing.map(({ personId, source, fromMs, toMs, reason }) => (
          <li key={`${personId}-${source}-${fromMs}`}>
            <bdi>
              {clock(fromMs)}–{clock(toMs)}
            </bdi>{' '}
            {t(`common:recordings.source.${source}`, { name: nameOf(personId) })}:{' '}
            {t(`common:recordings.reason.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Lets the browser keep each file, one after the other. */
function saveAll(items: readonly { url: string }[]): void {
  for (const { url } of items) {
    const link = document.createElement('a');
    link.href = url;
    link.download = '';
    link.click();
  }
}
