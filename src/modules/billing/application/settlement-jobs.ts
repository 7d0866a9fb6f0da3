/** A settlement or a reversal that was interrupted is taken up again this long after it began. */
export const RESUME_AFTER_MINUTES = 1;
export const RESUME_SETTLEMENT = 'billing.resume-settlement';
export const RESUME_REVERSAL = 'billing.resume-reversal';

export function resumeKey(sessionId: string): string {
  return `billing-settle:${sessionId}`;
}

export function resumeReversalKey(reversalId: string): string {
  return `billing-reverse:${reversalId}`;
}
