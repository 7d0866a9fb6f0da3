import type { ReactNode } from 'react';
/** Two people in two windows, looking at each other: what this place is, in one drawing. */
export function Wayfarers({ className }: { className?: string }): ReactNode {
  const line = { className: 'stroke-ink', strokeWidth: 3, fill: 'none' } as const;
  return (
    <svg
      viewBox="0 0 400 300"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <rect x="20" y="30" width="210" height="160" rx="22" className="fill-accent-soft" />
      <rect x="20" y="30" width="210" height="160" rx="22" {...line} />
      <path d="M66 190c4-42 28-58 58-58s56 16 60 58" className="fill-accent" />
      <path d="M66 190c4-42 28-58 58-58s56 16 60 58" {...line} />
      <circle cx="124" cy="98" r="34" className="fill-surface" />
      <circle cx="124" cy="98" r="34" {...line} />
      <path d="M92 88c8-26 54-30 64 0-18 4-30-2-40-14-4 8-12 14-24 14z" className="fill-ink" />
      <path d="M128 102v.1M146 102v.1" className="stroke-ink" strokeWidth="6" fill="none" />
      <path d="M128 116c6 5 14 5 18 0" {...line} />
      <rect x="180" y="120" width="200" height="150" rx="22" className="fill-surface" />
      <rect x="180" y="120" width="200" height="150" rx="22" {...line} />
      <path d="M226 270c4-38 26-54 54-54s50 16 54 54" className="fill-caution-soft" />
      <path d="M226 270c4-38 26-54 54-54s50 16 54 54" {...line} />
      <circle cx="280" cy="184" r="32" className="fill-paper" />
      <circle cx="280" cy="184" r="32" {...line} />
      <path
        d="M250 196c-8-40 12-52 30-52s38 12 30 52c-2-18-10-26-14-30-10 8-30 10-38 6-4 6-6 12-8 24z"
        className="fill-ink"
      />
      <path d="M262 188v.1M280 188v.1" className="stroke-ink" strokeWidth="6" fill="none" />
      <path d="M261 201c5 5 13 5 18 0" {...line} />
      <path
        d="M254 62h86a12 12 0 0 1 12 12v14a12 12 0 0 1-12 12h-62l-18 14 4-14h-10a12 12 0 0 1-12-12V74a12 12 0 0 1 12-12z"
        className="fill-surface"
      />
      <path
        d="M254 62h86a12 12 0 0 1 12 12v14a12 12 0 0 1-12 12h-62l-18 14 4-14h-10a12 12 0 0 1-12-12V74a12 12 0 0 1 12-12z"
        {...line}
      />
      <path d="M262 81h44" {...line} />
      <circle cx="328" cy="81" r="5" className="fill-accent" />
    </svg>
  );
}
