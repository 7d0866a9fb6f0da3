import type { FieldProblem } from '../../../shared/domain-error.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import {
  type Availability,
  checkCount,
  checkNumber,
  checkWeekly,
  RULE_LIMITS,
  type WeeklyHours,
} from './availability.js';

/** What one offer does differently from its expert's other ones; null where it does not. */
export interface ListingRules {
  /** How long a booking is, where the price does not say. */
  readonly sessionMinutes: number | null;
  readonly noticeMinutes: number | null;
  readonly bufferMinutes: number | null;
  readonly stepMinutes: number | null;
  /** Takes the place of the expert's weekly hours; exceptions and days off stay the expert's. */
  readonly weekly: readonly WeeklyHours[] | null;
}

export const NO_LISTING_RULES: ListingRules = {
  sessionMinutes: null,
  noticeMinutes: null,
  bufferMinutes: null,
  stepMinutes: null,
  weekly: null,
};

/** Length of a booking when neither price nor offer say one: the time that is kept free, and the ceiling. */
export const SESSION_MINUTES_DEFAULT = 30;

const SESSION_LIMITS = { min: 5, max: 240, step: 5 } as const;
const HOURS_MAX = 50;

/** The expert's rules as they hold for one offer. */
export function rulesForListing(rules: Availability, own: ListingRules | null): Availability {
  if (!own) return rules;
  return {
    ...rules,
    weekly: own.weekly ?? rules.weekly,
    noticeMinutes: own.noticeMinutes ?? rules.noticeMinutes,
    bufferMinutes: own.bufferMinutes ?? rules.bufferMinutes,
    stepMinutes: own.stepMinutes ?? rules.stepMinutes,
  };
}

/** @param pricedMinutes what the price is for, where it is for a length */
export function bookedMinutes(pricedMinutes: number | null, own: ListingRules | null): number {
  return pricedMinutes ?? own?.sessionMinutes ?? SESSION_MINUTES_DEFAULT;
}

/** Every broken rule at once. */
export function checkListingRules(
  rules: ListingRules,
): Verdict<ListingRules, readonly FieldProblem[]> {
  const weekly = rules.weekly ?? [];
  const problems = [
    ...checkNumber('sessionMinutes', rules.sessionMinutes, SESSION_LIMITS),
    ...checkNumber('noticeMinutes', rules.noticeMinutes, RULE_LIMITS.noticeMinutes),
    ...checkNumber('bufferMinutes', rules.bufferMinutes, RULE_LIMITS.bufferMinutes),
    ...checkNumber('stepMinutes', rules.stepMinutes, RULE_LIMITS.stepMinutes),
    ...checkCount('weekly', weekly.length, HOURS_MAX),
    ...weekly.flatMap((hours, index) => checkWeekly(hours, `weekly.${index}`)),
  ];
  return problems.length > 0 ? refuse(problems) : accept(rules);
}
