const STEPS = [
  ['byte', 1],
  ['kilobyte', 1_000],
  ['megabyte', 1_000_000],
] as const;

/** The size of a file as people read it, two digits at most: "3.4 MB". */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = STEPS.findLast(([, least]) => bytes >= least) ?? STEPS[0];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumSignificantDigits: 2,
  }).format(bytes / size);
}
