import type { ReactNode } from 'react';

const soft = 'fill-accent-soft';
const line = { className: 'stroke-ink', strokeWidth: 2.2, fill: 'none' } as const;
const mark = { className: 'fill-accent' } as const;

/** One drawing per trade: a pale shape, ink lines and one touch of the accent. */
const DRAWINGS: Record<string, ReactNode> = {
  cooking: (
    <>
      <path d="M14 34h36v12a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8z" className={soft} />
      <path d="M14 34h36v12a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8zM8 34h48M32 30v-4" {...line} />
      <path d="M20 30a12 8 0 0 1 24 0" {...line} />
      <circle cx="32" cy="23" r="3" {...mark} />
      <path d="M23 18c-2-3 2-4 0-8M41 18c-2-3 2-4 0-8" {...line} />
    </>
  ),
  computing: (
    <>
      <rect x="12" y="14" width="40" height="28" rx="4" className={soft} />
      <rect x="12" y="14" width="40" height="28" rx="4" {...line} />
      <path d="M6 50h52M26 28l-5 4 5 4M38 28l5 4-5 4" {...line} />
      <path d="M33 25l-3 13" className="stroke-accent" strokeWidth="3" fill="none" />
    </>
  ),
  languages: (
    <>
      <path
        d="M8 14h28a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H20l-8 7v-7H8a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4z"
        className={soft}
      />
      <path
        d="M8 14h28a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H20l-8 7v-7H8a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4zM46 26h8a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-2v6l-7-6H34a4 4 0 0 1-4-4"
        {...line}
      />
      <path d="M16 30l6-12 6 12M18 26h8" className="stroke-accent" strokeWidth="2.6" fill="none" />
    </>
  ),
  repair: (
    <>
      <path d="M10 50l18-18 6 6-18 18a4 4 0 0 1-6-6z" className={soft} />
      <path
        d="M34 24a11 11 0 0 1 15-12l-7 7 3 6 6 2 6-7a11 11 0 0 1-14 15L18 57a5 5 0 0 1-8-8z"
        {...line}
      />
      <circle cx="15" cy="52" r="2.6" {...mark} />
    </>
  ),
  health: (
    <>
      <path
        d="M32 54C14 42 8 33 8 24a12 12 0 0 1 24-4 12 12 0 0 1 24 4c0 9-6 18-24 30z"
        className={soft}
      />
      <path
        d="M32 54C14 42 8 33 8 24a12 12 0 0 1 24-4 12 12 0 0 1 24 4c0 9-6 18-24 30z"
        {...line}
      />
      <path d="M14 32h9l4-8 6 15 4-7h13" className="stroke-accent" strokeWidth="2.8" fill="none" />
    </>
  ),
  music: (
    <>
      <path d="M24 16l26-5v29H38V20l-14 3z" className={soft} />
      <path d="M24 46V16l26-5v29M24 24l26-5" {...line} />
      <ellipse cx="18" cy="47" rx="7" ry="6" {...mark} />
      <ellipse cx="44" cy="41" rx="6.500" ry="5.500" {...line} />
    </>
  ),
  garden: (
    <>
      <path d="M18 40h28l-3 16H21z" className={soft} />
      <path d="M18 40h28l-3 16H21zM32 40V22" {...line} />
      <path d="M32 30c-12 0-16-7-16-14 10 0 16 5 16 14z" {...mark} />
      <path d="M32 24c0-9 6-14 15-14 0 8-5 14-15 14z" {...line} />
    </>
  ),
  law: (
    <>
      <path d="M6 38l9-18 9 18zM40 38l9-18 9 18z" className={soft} />
      <path
        d="M32 10v44M20 54h24M15 20h34M6 38a9 6 0 0 0 18 0l-9-18zM40 38a9 6 0 0 0 18 0l-9-18z"
        {...line}
      />
      <circle cx="32" cy="12" r="4" {...mark} />
    </>
  ),
  fitness: (
    <>
      <rect x="10" y="20" width="9" height="24" rx="3" className={soft} />
      <rect x="45" y="20" width="9" height="24" rx="3" className={soft} />
      <path
        d="M19 32h26M10 23a3 3 0 0 1 3-3h3a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-3a3 3 0 0 1-3-3zM45 23a3 3 0 0 1 3-3h3a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-3a3 3 0 0 1-3-3zM5 27v10M59 27v10"
        {...line}
      />
      <circle cx="32" cy="32" r="3.500" {...mark} />
    </>
  ),
  pets: (
    <>
      <path d="M32 34c8 0 14 6 14 13 0 6-6 8-14 8s-14-2-14-8c0-7 6-13 14-13z" className={soft} />
      <path d="M32 34c8 0 14 6 14 13 0 6-6 8-14 8s-14-2-14-8c0-7 6-13 14-13z" {...line} />
      <ellipse cx="14" cy="30" rx="5" ry="6.500" {...line} />
      <ellipse cx="50" cy="30" rx="5" ry="6.500" {...line} />
      <ellipse cx="25" cy="18" rx="5" ry="7" {...mark} />
      <ellipse cx="39" cy="18" rx="5" ry="7" {...line} />
    </>
  ),
  crafts: (
    <>
      <circle cx="32" cy="32" r="18" className={soft} />
      <path
        d="M50 32a18 18 0 1 1-36 0 18 18 0 0 1 36 0zM20 22c10 2 18 10 22 24M16 32c8 2 13 7 15 17M30 15c9 3 15 9 19 18"
        {...line}
      />
      <path d="M48 42c4 8 9 4 10 12" className="stroke-accent" strokeWidth="2.800" fill="none" />
    </>
  ),
  school: (
    <>
      <path d="M16 30v14c8 6 24 6 32 0V30l-16 8z" className={soft} />
      <path d="M4 24l28-12 28 12-28 12zM16 30v14c8 6 24 6 32 0V30" {...line} />
      <path d="M54 27v15" {...line} />
      <circle cx="54" cy="45" r="3.500" {...mark} />
    </>
  ),
  business: (
    <>
      <rect x="8" y="22" width="48" height="32" rx="4" className={soft} />
      <path
        d="M12 22h40a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4V26a4 4 0 0 1 4-4zM24 22v-6a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6M8 36h48"
        {...line}
      />
      <rect x="28" y="32" width="8" height="8" rx="2" {...mark} />
    </>
  ),
  parenting: (
    <>
      <circle cx="24" cy="18" r="8" className={soft} />
      <path
        d="M32 18a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM8 54V44a16 14 0 0 1 28-9M52 40a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM34 56a12 9 0 0 1 24 0"
        {...line}
      />
      <circle cx="46" cy="40" r="2.600" {...mark} />
    </>
  ),
  photo: (
    <>
      <rect x="8" y="20" width="48" height="32" rx="5" className={soft} />
      <path
        d="M13 20h8l4-6h14l4 6h8a5 5 0 0 1 5 5v22a5 5 0 0 1-5 5H13a5 5 0 0 1-5-5V25a5 5 0 0 1 5-5z"
        {...line}
      />
      <circle cx="32" cy="35" r="10" {...line} />
      <circle cx="32" cy="35" r="4" {...mark} />
    </>
  ),
  other: (
    <>
      <circle cx="32" cy="32" r="20" className={soft} />
      <path
        d="M52 32a20 20 0 1 1-40 0 20 20 0 0 1 40 0zM26 27a6 6 0 1 1 8 6c-2 1-2 2-2 5"
        {...line}
      />
      <circle cx="32" cy="43.500" r="2.400" {...mark} />
    </>
  ),
};

/** Other words for the same trade, so that a new category finds a picture. */
const SAME_TRADE: readonly (readonly [string, RegExp])[] = [
  ['cooking', /cook|food|bak|kitchen/],
  ['computing', /comput|software|tech|code|program|phone|it-/],
  ['languages', /lang|speak|translat/],
  ['repair', /repair|plumb|electr|fix|home|car|bike|diy/],
  ['health', /health|care|nutrition|medic|mind|wellbeing/],
  ['music', /music|sing|instrument/],
  ['garden', /garden|plant|farm/],
  ['law', /law|legal|tax|admin|right/],
  ['fitness', /fit|sport|yoga|move/],
  ['pets', /pet|animal|dog|cat/],
  ['crafts', /craft|art|sew|knit|draw|design/],
  ['school', /school|study|math|science|teach|homework/],
  ['business', /business|career|money|finance|job|work|company|training/],
  ['parenting', /parent|family|child|baby/],
  ['photo', /photo|film|video/],
];

export function CategoryArt({ icon, className }: { icon: string; className?: string }): ReactNode {
  const trade = DRAWINGS[icon]
    ? icon
    : (SAME_TRADE.find(([, words]) => words.test(icon))?.[0] ?? 'other');
  return (
    <svg
      viewBox="0 0 64 64"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      {DRAWINGS[trade]}
    </svg>
  );
}
