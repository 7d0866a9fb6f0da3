import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../../shared/domain-error.js';

export const RING_SECONDS = 60;
/** After the ceiling, to say goodbye. */
export const GOODBYE_SECONDS = 60;
/** Less time than this before the expert's next appointment is not worth ringing for. */
export const RINGABLE_MINUTES_MIN = 10;
/** Card and second factor of the bank are done in this time, or the learner has gone. */
export const AUTHORISING_MINUTES = 15;
export const CEILING_MINUTES = [15, 30, 60] as const;
const PROBLEM_LENGTH_MAX = 1000;
export const CANDIDATES_MAX = 20;
/** The best few at the same time: enough that one has time, few enough that each has a fair chance. */
export const AT_ONCE_FEW = 3;

/** Whom the learner asks: one expert of their choice, with others in reserve, or everyone who could know. */
export const AUDIENCES = ['chosen', 'everyone'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const HELP_REQUEST_NEXT = {
  authorising: ['ringing', 'withdrawn', 'failed'],
  ringing: ['accepted', 'unanswered', 'withdrawn'],
  accepted: [],
  unanswered: [],
  withdrawn: [],
  failed: [],
} as const satisfies Record<string, readonly string[]>;

export type HelpRequestState = keyof typeof HELP_REQUEST_NEXT;

export const RING_NEXT = {
  rung: ['accepted', 'declined', 'timed_out', 'called_off'],
  accepted: [],
  declined: [],
  timed_out: [],
  called_off: [],
} as const satisfies Record<string, readonly string[]>;

export type RingState = keyof typeof RING_NEXT;
/** How a ring ended. */
export type RingOutcome = Exclude<RingState, 'rung'>;

/** An expert who may be asked, and for which offer. `offer` is whoever rings' own, shown to this expert as it is. */
export interface Candidate {
  readonly expertId: string;
  readonly listingId: string;
  readonly offer: Readonly<Record<string, unknown>>;
}

export interface HelpRequest {
  readonly id: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly state: HelpRequestState;
  readonly problem: string;
  readonly photoFileId: string | null;
  readonly language: string;
  readonly ceilingMinutes: number;
  /** In the order in which they are rung. */
  readonly candidates: readonly Candidate[];
  /** Index of the candidate who is next; those before were rung or passed over. */
  readonly nextCandidate: number;
  /** How many may be rung at the same time. */
  readonly atOnce: number;
  /** How many are being rung. */
  readonly openRings: number;
  readonly audience: Audience;
  readonly acceptedRingId: string | null;
  readonly paymentId: string | null;
  readonly failureCode: string | null;
  readonly appointmentId: string | null;
  readonly createdAt: Temporal.Instant;
}

export interface Ring {
  readonly id: string;
  readonly helpRequestId: string;
  readonly appointmentId: string;
  readonly expertId: string;
  readonly listingId: string;
  readonly state: RingState;
  readonly startedAt: Temporal.Instant;
  /** At that instant it can no longer be accepted. */
  readonly endsAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** What is left of the asked ceiling before the next appointment of either side. */
  readonly ceilingMinutes: number;
  readonly offer: Readonly<Record<string, unknown>>;
}

export function isOpen(state: HelpRequestState): boolean {
  return HELP_REQUEST_NEXT[state].length > 0;
}

export function isAnswerable(ring: Pick<Ring, 'state' | 'endsAt'>, now: Temporal.Instant): boolean {
  return ring.state === 'rung' && Temporal.Instant.compare(now, ring.endsAt) < 0;
}

/**
 * The time a ring claims: from now through the ringing, the call to its ceiling and the goodbye,
 * ending where the next appointment of either side begins.
 *
 * @returns null when less than `RINGABLE_MINUTES_MIN` would be left for the call
 */
export function timeForCall(
  now: Temporal.Instant,
  askedMinutes: number,
  nextClaimAt: Temporal.Instant | null,
): { readonly ceilingMinutes: number; readonly endsAt: Temporal.Instant } | null {
  const aroundCall = RING_SECONDS + GOODBYE_SECONDS;
  const freeMinutes =
    nextClaimAt === null
      ? Infinity
      : Math.floor((now.until(nextClaimAt).total('seconds') - aroundCall) / 60);
  const ceilingMinutes = Math.min(askedMinutes, freeMinutes);
  if (ceilingMinutes < RINGABLE_MINUTES_MIN) return null;
  return { ceilingMinutes, endsAt: now.add({ minutes: ceilingMinutes, seconds: aroundCall }) };
}

export function checkHelpRequest(asked: {
  readonly problem: string;
  readonly ceilingMinutes: number;
  readonly candidates: readonly Candidate[];
  readonly atOnce: number;
}): FieldProblem[] {
  const length = [...asked.problem.trim()].length;
  const isCeiling = CEILING_MINUTES.some((minutes) => minutes === asked.ceilingMinutes);
  return [
    ...(length === 0 ? [{ field: 'problem', rule: 'required' }] : []),
    ...(length > PROBLEM_LENGTH_MAX
      ? [{ field: 'problem', rule: 'too_long', facts: { max: PROBLEM_LENGTH_MAX } }]
      : []),
    ...(isCeiling
      ? []
      : [{ field: 'ceilingMinutes', rule: 'one_of', facts: { choices: CEILING_MINUTES } }]),
    ...(Number.isInteger(asked.atOnce) && asked.atOnce >= 1 && asked.atOnce <= CANDIDATES_MAX
      ? []
      : [{ field: 'atOnce', rule: 'out_of_range', facts: { min: 1, max: CANDIDATES_MAX } }]),
    ...(asked.candidates.length === 0 ? [{ field: 'candidates', rule: 'required' }] : []),
    ...(asked.candidates.length > CANDIDATES_MAX
      ? [{ field: 'candidates', rule: 'too_many', facts: { max: CANDIDATES_MAX } }]
      : []),
  ];
}
