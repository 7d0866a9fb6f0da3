/** @jsxRuntime classic */
// AdminJS runs its own React 18 beside the pages' 19, and gives it to us under the name React only.
import React from 'react';

/** A part of a page with its heading. */
export function Card({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}): React.ReactElement {
  return (
    <section className="vc-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
