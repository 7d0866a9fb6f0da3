import type { ReactNode } from 'react';

/** A narrow page for one small form. */
export function AccountFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="mx-auto grid max-w-form gap-6 py-4 sm:py-10">
      <div className="grid gap-2">
        <h1 tabIndex={-1} className="text-2xl">
          {title}
        </h1>
        {lead && <p className="text-muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
