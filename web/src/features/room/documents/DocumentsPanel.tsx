import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SessionView, SharedDocument } from '../../../shared/api/contract';
import { cx } from '../../../shared/ui/cx';
import { BackIcon, CloseIcon } from '../../../shared/ui/icons';
import { DocumentEditor } from './DocumentEditor';
import { DocumentList } from './DocumentList';
import type { SharedDocuments } from './use-documents';

interface DocumentsPanelProps {
  session: SessionView;
  documents: SharedDocuments;
  onClose: () => void;
}

const ROUND = 'grid size-12 shrink-0 place-items-center focus-visible:outline-stage-ink';

/** Beside the picture on a wide screen, the whole screen on a phone. */
export function DocumentsPanel({ session, documents, onClose }: DocumentsPanelProps): ReactNode {
  const t = useT();
  const [openId, setOpenId] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = documents.items.find(({ id }) => id === openId) ?? null;
  const { hasLooked } = documents;
  const latest = useRef(hasLooked);
  useEffect(() => {
    latest.current = hasLooked;
  });
  useEffect(() => latest.current(), [documents.items.length]);
  useEffect(() => heading.current?.focus(), [openId]);
  return (
    <aside
      aria-label={t('room:documents.title')}
      className="grid grid-rows-[auto_minmax(0,1fr)] bg-stage-raised max-md:fixed max-md:inset-0 max-md:z-50 md:w-[min(46vw,44rem)]"
    >
      <div className="flex items-center">
        {open && (
          <button
            type="button"
            aria-label={t('room:documents.all')}
            className={ROUND}
            onClick={() => setOpenId(null)}
          >
            <BackIcon />
          </button>
        )}
        <h2
          ref={heading}
          tabIndex={-1}
          className={cx('min-w-0 grow truncate text-base', !open && 'ps-4')}
        >
          {open ? <bdi>{open.name}</bdi> : t('room:documents.title')}
        </h2>
        <button type="button" aria-label={t('common:close')} className={ROUND} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {open ? (
        <DocumentEditor key={open.id} session={session} document={open} />
      ) : (
        <DocumentList
          session={session}
          items={documents.items}
          onOpen={({ id }: SharedDocument) => setOpenId(id)}
        />
      )}
    </aside>
  );
}
