import { Temporal } from 'temporal-polyfill';
import { QUALITY_FLOOR } from '../../../shared/quality-floor.js';

/** How long after a session the learner may claim their money back. */
export const GUARANTEE_HOURS = 72;

export const CLAIM_REASONS = [
  'expert_never_came',
  'left_early',
  'poor_line',
  'not_helpful',
] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];

export const CLAIM_NEXT = {
  opened: ['auto_decided', 'with_expert'],
  auto_decided: ['granted'],
  with_expert: ['granted', 'with_reviewer'],
  with_reviewer: ['granted', 'refused'],
  granted: [],
  refused: [],
} as const satisfies Record<string, readonly string[]>;

export type ClaimState = keyof typeof CLAIM_NEXT;

/** What the session itself proves. */
export interface SessionProof {
  /** Why the session ended. */
  readonly endReason: string;
  readonly billedSeconds: number;
  /** Together, but not counted: a line was below the quality floor. */
  readonly poorSeconds: number;
  /** What was agreed: the length of a session of fixed price; null by the minute, where only what took place is paid. */
  readonly agreedSeconds: number | null;
}

/** A rule that settles a claim at once, by its stable name; null when somebody has to be asked. */
export type GuaranteeRule = 'expert_never_came' | 'expert_left_early' | 'poor_line';

/** An expert who leaves before this share of the agreed time did not give what was paid for. */
const AGREED_SHARE_MIN = 0.8;
/** By the minute: an expert who hangs up this soon helped nobody. */
const TOO_SHORT_SECONDS = 180;

/**
 * The clear cases, decided in seconds: the expert never came, or ended a session of fixed price before
 * four fifths of it, or a call by the minute within three minutes; or a line was below the quality floor
 * for a third of the time.
 */
export function clearCase(proof: SessionProof): GuaranteeRule | null {
  if (proof.endReason === 'expert_never_came') return 'expert_never_came';
  if (isPoor(proof)) return 'poor_line';
  const hasExpertLeft = proof.endReason === 'expert_left' || proof.endReason === 'ended_by_expert';
  if (!hasExpertLeft) return null;
  const enoughSeconds =
    proof.agreedSeconds === null ? TOO_SHORT_SECONDS : proof.agreedSeconds * AGREED_SHARE_MIN;
  return proof.billedSeconds < enoughSeconds ? 'expert_left_early' : null;
}

function isPoor({ billedSeconds, poorSeconds }: SessionProof): boolean {
  const together = billedSeconds + poorSeconds;
  return poorSeconds > 0 && poorSeconds >= together * QUALITY_FLOOR.clearCaseShare;
}

/** @returns the instant from which it is too late */
export function claimableUntil(endedAt: Temporal.Instant): Temporal.Instant {
  return endedAt.add({ hours: GUARANTEE_HOURS });
}
