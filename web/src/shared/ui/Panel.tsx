import type { ReactNode } from 'react';
import { cx } from './cx';
import { useFocusOnArrival } from './focus-on-arrival';

interface PanelProps {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
  /** It came into the place of another part of the same page. */
  takesFocus?: boolean;
}

/** A part of a page that belongs together, with its own heading. */
export function Panel({
  title,
  aside,
  children,
  className,
  id,
  takesFocus = false,
}: PanelProps): ReactNode {
  const heading = useFocusOnArrival<HTMLHeadingElement>(takesFocus);
  return (
    <section
      id={id}
      className={cx('rounded-lg border border-line bg-surface p-5 sm:p-6', className)}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 ref={heading} tabIndex={takesFocus ? -1 : undefined} className="text-lg">
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
