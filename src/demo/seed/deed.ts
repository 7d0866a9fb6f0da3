import { Temporal } from 'temporal-polyfill';

/** Something that somebody did once. Done again it changes nothing, so that a seed that was cut off can be run again. */
export interface Deed {
  readonly at: Temporal.Instant;
  readonly act: () => Promise<void>;
}

/** As it happened: the earliest first; what happened at one moment in the order in which it was told. */
export function inOrder(deeds: readonly Deed[]): Deed[] {
  return [...deeds].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}
