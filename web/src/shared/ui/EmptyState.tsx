import type { ReactNode } from 'react';
import type { Icon } from './icons';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet: says why, and what can be done next. */
export function EmptyState({ icon: Mark, title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line px-6 py-12 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-xl text-accent">
        <Mark />
      </span>
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}
