/**
 * How much is taken from each of several holds: the first as far as it goes, then the next.
 *
 * A rest too small for the provider is made up from the hold before it, where that one stays large enough.
 *
 * @param heldMinor    what each holds, in the order in which they were made
 * @param minimumMinor the least the provider takes at once
 * @returns as many amounts as holds; together the amount, or all that is held
 */
export function takeFromHolds(
  amountMinor: bigint,
  heldMinor: readonly bigint[],
  minimumMinor: bigint,
): bigint[] {
  let leftMinor = amountMinor;
  const taken = heldMinor.map((held) => {
    const part = least(leftMinor, held);
    leftMinor -= part;
    return part;
  });
  const last = taken.findLastIndex((part) => part > 0n);
  const missing = minimumMinor - (taken[last] ?? minimumMinor);
  const before = taken[last - 1] ?? 0n;
  const isRoom = (heldMinor[last] ?? 0n) >= minimumMinor && before - missing >= minimumMinor;
  if (missing <= 0n || !isRoom) return taken;
  return taken.map((part, index) => {
    if (index === last) return minimumMinor;
    return index === last - 1 ? part - missing : part;
  });
}

/**
 * Where a part of what was taken goes back to: what was taken first goes back first, so that parts that
 * follow one another never meet.
 *
 * @param beforeMinor what went back before, in all
 */
export function giveBackTo(
  beforeMinor: bigint,
  amountMinor: bigint,
  takenMinor: readonly bigint[],
): bigint[] {
  let beginMinor = 0n;
  return takenMinor.map((taken) => {
    const endMinor = beginMinor + taken;
    const from = most(beginMinor, beforeMinor);
    const until = least(endMinor, beforeMinor + amountMinor);
    beginMinor = endMinor;
    return most(0n, until - from);
  });
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
