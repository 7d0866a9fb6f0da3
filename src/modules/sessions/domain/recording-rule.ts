import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

/**
 * What a recording is for. Each is agreed to by itself.
 *
 * - `copy`: both keep the whole session to watch again;
 * - `evidence`: the last two minutes, for the guarantee and for reports.
 */
export const RECORDING_PURPOSES = ['copy', 'evidence'] as const;

export type RecordingPurpose = (typeof RECORDING_PURPOSES)[number];

/** How much of the end of a session is held for evidence. */
export const EVIDENCE_SECONDS = 120;

/** What was known about the session when its room was made; it is never asked again. */
export interface RecordingTerms {
  readonly isForChild: boolean;
  readonly categoryForbids: boolean;
  readonly offerForbids: boolean;
}

/** Why nothing is recorded, whatever people agree to. */
export type RecordingBan = 'for_child' | 'category_forbids' | 'offer_forbids' | 'not_offered';

export type NotRecorded =
  RecordingBan | 'not_together' | 'nobody_agreed' | 'somebody_did_not_agree';

/** Somebody agreed or took it back; the list of them is only ever added to. */
export interface ConsentStep {
  readonly personId: string;
  readonly purpose: RecordingPurpose;
  readonly hasAgreed: boolean;
}

export interface RecordedRoom {
  /** Null: nobody said what holds, so nothing is recorded. */
  readonly terms: RecordingTerms | null;
  /** Everybody in the room who is a person; a figure that the server draws has nothing to agree to. */
  readonly people: readonly string[];
  /** Oldest first. */
  readonly consents: readonly ConsentStep[];
  /** Both have come, and it is not over. */
  readonly isTogether: boolean;
}

/** @returns null when the two may decide for themselves */
export function banOf(terms: RecordingTerms | null): RecordingBan | null {
  if (terms === null) return 'not_offered';
  if (terms.isForChild) return 'for_child';
  if (terms.categoryForbids) return 'category_forbids';
  return terms.offerForbids ? 'offer_forbids' : null;
}

/** Whether somebody agrees now: the last word counts, and silence is no. */
export function agrees(
  consents: readonly ConsentStep[],
  personId: string,
  purpose: RecordingPurpose,
): boolean {
  const own = consents.filter((step) => step.personId === personId && step.purpose === purpose);
  return own.at(-1)?.hasAgreed ?? false;
}

/**
 * Whether the room may be recorded for a purpose at this moment.
 *
 * Nothing is recorded before everybody in the room has agreed to that purpose, nor after one of them has taken it
 * back; never a child's session, and never where the category or the offer forbids it.
 *
 * @source DESIGN.md, section 4 (7)
 */
export function mayRecord(
  { terms, people, consents, isTogether }: RecordedRoom,
  purpose: RecordingPurpose,
): Verdict<RecordingPurpose, NotRecorded> {
  const ban = banOf(terms);
  if (ban !== null) return refuse(ban);
  if (!isTogether) return refuse('not_together');
  const agreed = people.filter((personId) => agrees(consents, personId, purpose));
  if (agreed.length === 0) return refuse('nobody_agreed');
  return agreed.length === people.length ? accept(purpose) : refuse('somebody_did_not_agree');
}
