import type { ReactNode } from 'react';
import { cx } from './cx';

/** A place held open at the size of what will come. */
export function Skeleton({ className }: { className?: string }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-pulse-soft rounded-sm bg-sunken', className)}
    />
  );
}
