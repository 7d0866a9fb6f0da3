import type { ReactNode } from 'react';
import { cx } from './cx';
import { useFocusOnArrival } from './focus-on-arrival';

interface PageHeadingProps {
  children: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** It came into the place of another part of the same page. */
  takesFocus?: boolean;
}

/** The one h1 of a page. It takes the focus after a navigation, so that a reader starts there. */
export function PageHeading({
  children,
  lead,
  action,
  className,
  takesFocus = false,
}: PageHeadingProps): ReactNode {
  const heading = useFocusOnArrival<HTMLHeadingElement>(takesFocus);
  return (
    <div className={cx('flex flex-wrap items-start justify-between gap-4', className ?? 'mb-6')}>
      <div className="grid min-w-0 gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-2xl">
          {children}
        </h1>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {action}
    </div>
  );
}
