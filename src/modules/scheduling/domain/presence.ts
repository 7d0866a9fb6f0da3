import { Temporal } from 'temporal-polyfill';
import { RING_SECONDS, type RingOutcome } from './help-request.js';

export const PRESENCE_STATES = ['free_now', 'busy', 'away'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

/** An open page beats every fifteen seconds; after three missed ones nobody would hear the ring. */
export const HEARTBEAT_SECONDS_MAX = 45;
/**
 * For so long after somebody answered a push, the next one is trusted to be heard without an open page: a
 * working day. A push that nobody answered ends the trust at once.
 */
export const PUSH_TRUSTED_HOURS = 8;
/** Odds from fewer rings would be chance. */
const RINGS_FOR_ODDS_MIN = 10;
/** Older rings say little about now. */
export const RINGS_REMEMBERED = 50;

export interface PresenceFacts {
  readonly wantsFree: boolean;
  /** A program that is always there answers for this expert (demo people). */
  readonly answersByItself: boolean;
  readonly lastSeenAt: Temporal.Instant | null;
  /** When a push was answered last; null when none was, when one was missed since, or when no browser is reached any more. */
  readonly pushAnsweredAt: Temporal.Instant | null;
  /** Rung, in a session, held for somebody, or in the buffer after a booking. */
  readonly isClaimed: boolean;
}

/** Free now is a promise that a ring would be heard by somebody who has the time. */
export function presenceState(facts: PresenceFacts, now: Temporal.Instant): PresenceState {
  if (facts.isClaimed) return 'busy';
  return facts.wantsFree && isReachable(facts, now) ? 'free_now' : 'away';
}

function isReachable(facts: PresenceFacts, now: Temporal.Instant): boolean {
  return facts.answersByItself || hasOpenPage(facts, now) || isTrustedByPush(facts, now);
}

function hasOpenPage({ lastSeenAt }: PresenceFacts, now: Temporal.Instant): boolean {
  if (lastSeenAt === null) return false;
  return Temporal.Instant.compare(now, lastSeenAt.add({ seconds: HEARTBEAT_SECONDS_MAX })) <= 0;
}

/** Whether a ring by push alone would be heard. */
export function isTrustedByPush(
  { pushAnsweredAt }: Pick<PresenceFacts, 'pushAnsweredAt'>,
  now: Temporal.Instant,
): boolean {
  if (pushAnsweredAt === null) return false;
  return Temporal.Instant.compare(now, pushAnsweredAt.add({ hours: PUSH_TRUSTED_HOURS })) <= 0;
}

/** How soon an expert answers, as measured. */
export interface Odds {
  /** Median of the remembered rings; null while they are too few. */
  readonly oddsSeconds: number | null;
  readonly isNew: boolean;
}

/** @param answerSeconds one per remembered ring, in any order */
export function oddsOf(answerSeconds: readonly number[]): Odds {
  if (answerSeconds.length < RINGS_FOR_ODDS_MIN) return { oddsSeconds: null, isNew: true };
  const sorted = [...answerSeconds].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return { oddsSeconds: Math.round((lower + upper) / 2), isNew: false };
}

/**
 * What a ring adds to the odds. One that helped nobody counts as its whole length, so that declining
 * fast does not look like answering fast; one that the learner called off says nothing.
 */
export function answerSecondsOf(outcome: RingOutcome, ringingMs: number): number | null {
  if (outcome === 'called_off') return null;
  return outcome === 'accepted'
    ? Math.min(Math.ceil(ringingMs / 1000), RING_SECONDS)
    : RING_SECONDS;
}
