import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import { ProblemText } from '../../../shared/api/ProblemText';
import { formatBytes } from '../../../shared/format/bytes';
import { useLocale } from '../../../shared/format/locale-context';
import { CloseIcon, DocumentIcon } from '../../../shared/ui/icons';
import type { OutgoingFile, OutgoingFiles } from './use-outgoing-files';

/** What goes along with the message that is being written. */
export function OutgoingTray({ outgoing }: { outgoing: OutgoingFiles }): ReactNode {
  const t = useT();
  if (outgoing.files.length === 0) return null;
  return (
    <ul aria-label={t('room:chat.attached')} className="grid max-h-48 gap-1 overflow-y-auto px-3">
      {outgoing.files.map((each) => (
        <li key={each.key} className="flex items-center gap-2 rounded-md bg-stage ps-3 text-sm">
          <DocumentIcon />
          <div className="min-w-0 grow py-1.5">
            <bdi className="block truncate">{each.file.name}</bdi>
            <State each={each} onAgain={() => outgoing.sendAgain(each)} />
          </div>
          <button
            type="button"
            aria-label={t('room:chat.detach', { name: each.file.name })}
            className="grid size-11 shrink-0 place-items-center"
            onClick={() => outgoing.remove(each.key)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}

function State({ each, onAgain }: { each: OutgoingFile; onAgain: () => void }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const { file, part, sent, problem } = each;
  if (problem !== null)
    return (
      <p role="alert" className="text-xs">
        <ProblemText problem={problem} />{' '}
        <button type="button" className="min-h-11 underline" onClick={onAgain}>
          {t('common:error.again')}
        </button>
      </p>
    );
  return (
    <p className="flex items-center gap-2 text-xs text-stage-muted">
      {formatBytes(file.size, locale)}
      {sent === null && (
        <progress
          value={part}
          aria-label={t('room:chat.progress', { name: file.name })}
          className="h-1.5 min-w-0 grow accent-stage-accent"
        />
      )}
    </p>
  );
}
