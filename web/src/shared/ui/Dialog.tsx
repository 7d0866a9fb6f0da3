import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { CloseIcon } from './icons';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question that must be answered first. The browser's own modal: it keeps the focus in and gives it back. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps): ReactNode {
  const t = useT();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-float backdrop:bg-[rgb(0_0_0/0.55)] open:animate-arrive"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-lg">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t('common:close')}
          onClick={onClose}
          className="-m-2 grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken"
        >
          <CloseIcon />
        </button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
