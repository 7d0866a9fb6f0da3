import type { ReactNode } from 'react';
import { cx } from './cx';

interface PanelProps {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
}

/** A part of a page that belongs together, with its own heading. */
export function Panel({ title, aside, children, className, id }: PanelProps): ReactNode {
  return (
    <section
      id={id}
      className={cx('rounded-lg border border-line bg-surface p-5 sm:p-6', className)}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 className="text-lg">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
