/** Life of a pack version; only `live` ones decide. */
export const PACK_VERSION_STATES = [
  'draft',
  'proposed',
  'approved',
  'scheduled',
  'live',
  'retired',
] as const;
export type PackVersionState = (typeof PACK_VERSION_STATES)[number];

const NEXT = {
  draft: ['proposed'],
  proposed: ['approved', 'draft'],
  approved: ['scheduled', 'live'],
  scheduled: ['live', 'approved'],
  live: ['retired'],
  retired: [],
} as const satisfies Record<PackVersionState, readonly PackVersionState[]>;

export function canBecome(from: PackVersionState, to: PackVersionState): boolean {
  return (NEXT[from] as readonly PackVersionState[]).includes(to);
}

/** What to do with a file that ships with the program, given the versions that the store has. */
export type ImportStep =
  | { readonly kind: 'known' }
  | { readonly kind: 'add'; readonly version: number; readonly state: 'live' | 'proposed' };

/**
 * A shipped file is known by its hash. The first version of a jurisdiction is live where shipped packs
 * are served without adoption (the demo); everywhere else it waits beside what ops have made.
 */
export function importStep(
  versions: readonly { readonly version: number; readonly hash: string }[],
  hash: string,
  servesShippedPacks: boolean,
): ImportStep {
  if (versions.some((version) => version.hash === hash)) return { kind: 'known' };
  const isFirst = versions.length === 0;
  return {
    kind: 'add',
    version: Math.max(0, ...versions.map(({ version }) => version)) + 1,
    state: isFirst && servesShippedPacks ? 'live' : 'proposed',
  };
}
