import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../../i18n/use-t';
import type { ExpertBrief, Seat, SentFile } from '../../../shared/api/contract';
import { TimeText } from '../../../shared/format/Formatted';
import { cx } from '../../../shared/ui/cx';
import { AttachmentList } from '../../../shared/attachments/AttachmentList';
import { CloseIcon } from '../../../shared/ui/icons';
import { useIsMine, type Chat } from '../call/use-chat';
import { Composer } from '../chat/Composer';
import { useOutgoingFiles } from '../chat/use-outgoing-files';
import { LinkedText } from './LinkedText';

interface ChatPanelProps {
  chat: Chat;
  other: ExpertBrief;
  seat: Seat | null;
  onClose: () => void;
}

/** Beside the picture on a wide screen, over it on a phone. */
export function ChatPanel({ chat, other, seat, onClose }: ChatPanelProps): ReactNode {
  const t = useT();
  const isMine = useIsMine(seat);
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const outgoing = useOutgoingFiles(chat.sessionId);
  const count = chat.messages.length + chat.pending.length;
  // Braces, because newer browsers answer scrollIntoView with a promise, which is no clean-up.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  useEffect(() => field.current?.focus(), []);
  return (
    <aside
      aria-label={t('room:chat.title')}
      className="absolute inset-0 z-10 grid grid-rows-[auto_minmax(0,1fr)_auto] bg-stage-raised md:static md:w-88"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        outgoing.add(event.dataTransfer.files);
      }}
    >
      <div className="flex items-center justify-between ps-4">
        <h2 className="text-base">{t('room:chat.title')}</h2>
        <button
          type="button"
          aria-label={t('common:close')}
          onClick={onClose}
          className="grid size-12 place-items-center"
        >
          <CloseIcon />
        </button>
      </div>
      {/* The log itself is read out as it grows; the list in it keeps its own meaning. */}
      <div role="log" aria-live="polite" className="overflow-y-auto px-4 pb-4">
        <ul className="grid gap-3">
          {count === 0 && <li className="text-sm text-stage-muted">{t('room:chat.empty')}</li>}
          {chat.messages.map((message) => (
            <Bubble
              key={message.id}
              isMine={isMine(message)}
              author={isMine(message) ? t('room:chat.you') : other.displayName}
              text={message.text}
              files={message.files}
            >
              <TimeText at={message.sentAt} style="time" />
            </Bubble>
          ))}
          {chat.pending.map((own) => (
            <Bubble
              key={own.clientId}
              isMine
              author={t('room:chat.you')}
              text={own.text}
              files={own.files}
            >
              {own.hasFailed ? (
                <button
                  type="button"
                  className="min-h-11 underline"
                  onClick={() => chat.sendAgain(own)}
                >
                  {t('room:chat.failed')}
                </button>
              ) : (
                t('room:chat.sending')
              )}
            </Bubble>
          ))}
        </ul>
        <div ref={end} />
      </div>
      <Composer field={field} outgoing={outgoing} onSend={chat.send} />
    </aside>
  );
}

interface BubbleProps {
  isMine: boolean;
  author: string;
  text: string;
  files: readonly SentFile[];
  children: ReactNode;
}

function Bubble({ isMine, author, text, files, children }: BubbleProps): ReactNode {
  return (
    <li
      className={cx('grid max-w-[85%] gap-0.5', isMine ? 'justify-self-end' : 'justify-self-start')}
    >
      <p className="text-xs text-stage-muted">
        <bdi>{author}</bdi> · {children}
      </p>
      {text !== '' && (
        <p
          className={cx(
            'own-words rounded-md px-3 py-2 text-sm',
            isMine ? 'bg-stage-accent text-stage' : 'bg-stage',
          )}
        >
          <LinkedText text={text} />
        </p>
      )}
      <AttachmentList files={files} />
    </li>
  );
}
