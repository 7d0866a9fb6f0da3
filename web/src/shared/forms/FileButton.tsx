import { useId, type ReactNode } from 'react';
import { buttonClass } from '../ui/Button';
import { Spinner } from '../ui/Spinner';

interface FileButtonProps {
  /** As the attribute of a file input. */
  accept: string;
  icon: ReactNode;
  isSending: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** Looks like a button, is a file input: the same file can be chosen again after it failed. */
export function FileButton(props: FileButtonProps): ReactNode {
  const { accept, icon, isSending, onFile, children } = props;
  const id = useId();
  return (
    <div>
      <input
        id={id}
        type="file"
        accept={accept}
        className="peer sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          onFile(file);
          event.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        className={buttonClass(
          'secondary',
          'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
        )}
      >
        {isSending ? <Spinner /> : icon}
        {children}
      </label>
    </div>
  );
}
