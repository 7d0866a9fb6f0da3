import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useT } from '../../../i18n/use-t';
import type { SentFile } from '../../../shared/api/contract';
import { ClipIcon, PhotoIcon, SendIcon } from '../../../shared/ui/icons';
import { OutgoingTray } from './OutgoingTray';
import type { OutgoingFiles } from './use-outgoing-files';

const TEXT_MAX = 2000;
const ROUND =
  'grid size-11 shrink-0 place-items-center rounded-full focus-visible:outline-stage-ink';

interface ComposerProps {
  field: RefObject<HTMLInputElement | null>;
  outgoing: OutgoingFiles;
  onSend: (text: string, files: readonly SentFile[]) => void;
}

/** Where a message is written; files are picked, taken with the camera of a phone, pasted or dropped. */
export function Composer({ field, outgoing, onSend }: ComposerProps): ReactNode {
  const t = useT();
  const [isWaiting, setIsWaiting] = useState(false);
  const send = () => {
    const text = field.current?.value.trim() ?? '';
    const files = outgoing.files.flatMap(({ sent }) => sent ?? []);
    if (text === '' && files.length === 0) return;
    onSend(text, files);
    outgoing.clear();
    if (field.current) field.current.value = '';
  };
  const hasFailed = outgoing.files.some(({ problem }) => problem !== null);
  // Sent as soon as the last of the files is there.
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!isWaiting || outgoing.isSending) return;
    setIsWaiting(false);
    if (!hasFailed) latest.current();
  }, [isWaiting, outgoing.isSending, hasFailed]);
  return (
    <div className="grid gap-1 pt-2">
      <OutgoingTray outgoing={outgoing} />
      <p role="status" className="px-4 text-xs text-stage-muted empty:hidden">
        {isWaiting ? t('room:chat.waitsForFiles') : ''}
      </p>
      <form
        className="flex gap-1 p-3 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (outgoing.isSending) setIsWaiting(true);
          else if (!hasFailed) send();
        }}
      >
        <Picker label={t('room:chat.attach')} accept={outgoing.accept} onPick={outgoing.add}>
          <ClipIcon />
        </Picker>
        <Picker
          label={t('room:chat.photo')}
          accept="image/*"
          hasCamera
          className="hidden pointer-coarse:grid"
          onPick={outgoing.add}
        >
          <PhotoIcon />
        </Picker>
        <input
          ref={field}
          aria-label={t('room:chat.write')}
          placeholder={t('room:chat.write')}
          maxLength={TEXT_MAX}
          autoComplete="off"
          className="own-typing min-h-11 min-w-0 grow rounded-full border border-stage-line bg-stage px-4 text-stage-ink placeholder:text-stage-muted"
          onPaste={(event) => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            outgoing.add(event.clipboardData.files);
          }}
        />
        <button aria-label={t('room:chat.send')} className={`${ROUND} bg-stage-accent text-stage`}>
          <SendIcon />
        </button>
      </form>
    </div>
  );
}

interface PickerProps {
  label: string;
  accept: string;
  hasCamera?: boolean;
  className?: string;
  onPick: (files: Iterable<File>) => void;
  children: ReactNode;
}

/** A button in front of the picker of the browser, which nobody can style. */
function Picker(props: PickerProps): ReactNode {
  const { label, accept, hasCamera = false, className = 'grid', onPick, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        title={label}
        aria-label={label}
        className={`size-11 shrink-0 place-items-center rounded-full text-lg focus-visible:outline-stage-ink ${className}`}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple={!hasCamera}
        {...(hasCamera && { capture: 'environment' })}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
}
