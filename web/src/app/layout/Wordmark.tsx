import type { ReactNode } from 'react';
/** Two people face to face, and the name. */
export function Wordmark(): ReactNode {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 40 32" width="34" height="27" aria-hidden="true" focusable="false">
        <path
          d="M2 30V16A13 13 0 0 1 15 3a3 3 0 0 1 3 3v21a3 3 0 0 1-3 3z"
          className="fill-accent"
        />
        <path d="M38 30V16A13 13 0 0 0 25 3a3 3 0 0 0-3 3v21a3 3 0 0 0 3 3z" className="fill-ink" />
        <circle cx="13" cy="14" r="2.2" className="fill-paper" />
        <circle cx="27" cy="14" r="2.2" className="fill-paper" />
      </svg>
      <span className="text-lg font-bold tracking-tight" dir="ltr">
        visavis
      </span>
    </span>
  );
}
