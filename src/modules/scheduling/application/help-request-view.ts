import type {
  Audience,
  HelpRequest,
  HelpRequestState,
  Ring,
  RingState,
} from '../domain/help-request.js';
import type { HelpRequestFacts, RingFacts } from '../domain/scheduling.events.js';

/** A ring as the learner sees it. */
export interface RingBrief {
  readonly id: string;
  readonly state: RingState;
  readonly expertId: string;
  readonly listingId: string;
  readonly startedAt: string;
  readonly endsAt: string;
  /** What is left of the asked ceiling before somebody's next appointment. */
  readonly ceilingMinutes: number;
}

/** A help request as its learner sees it. Times are RFC 3339, UTC. */
export interface HelpRequestView {
  readonly id: string;
  readonly state: HelpRequestState;
  readonly learnerId: string;
  readonly listingId: string;
  readonly problem: string;
  readonly photoFileId: string | null;
  readonly language: string;
  readonly ceilingMinutes: number;
  readonly audience: Audience;
  /** Who is being rung; the one who accepted, once somebody has. */
  readonly rings: readonly RingBrief[];
  /** The first of them. */
  readonly ring: RingBrief | null;
  /** Of who is being rung or accepted, else of who comes first; as it was given. */
  readonly offer: Readonly<Record<string, unknown>>;
  /** Rung so far, those who are being rung included. */
  readonly triedExperts: number;
  readonly paymentId: string | null;
  readonly failureCode: string | null;
  readonly appointmentId: string | null;
}

/** A ring as the expert who is rung sees it. */
export interface RingView {
  readonly id: string;
  readonly helpRequestId: string;
  readonly state: RingState;
  readonly expertId: string;
  readonly learnerId: string;
  readonly listingId: string;
  readonly problem: string;
  readonly photoFileId: string | null;
  readonly language: string;
  readonly ceilingMinutes: number;
  readonly startedAt: string;
  readonly endsAt: string;
  /** What whoever opened the request laid down for this candidate, as it was given. */
  readonly offer: Readonly<Record<string, unknown>>;
}

export function helpRequestViewOf(
  request: HelpRequest,
  rings: readonly Ring[],
  triedExperts: number,
): HelpRequestView {
  const [ring] = rings;
  return {
    id: request.id,
    state: request.state,
    learnerId: request.learnerId,
    listingId: request.listingId,
    problem: request.problem,
    photoFileId: request.photoFileId,
    language: request.language,
    ceilingMinutes: request.ceilingMinutes,
    audience: request.audience,
    rings: rings.map(ringBriefOf),
    ring: ring ? ringBriefOf(ring) : null,
    offer: ring?.offer ?? request.candidates[0]?.offer ?? {},
    triedExperts,
    paymentId: request.paymentId,
    failureCode: request.failureCode,
    appointmentId: request.appointmentId,
  };
}

function ringBriefOf(ring: Ring): RingBrief {
  return {
    id: ring.id,
    state: ring.state,
    expertId: ring.expertId,
    listingId: ring.listingId,
    startedAt: ring.startedAt.toString(),
    endsAt: ring.endsAt.toString(),
    ceilingMinutes: ring.ceilingMinutes,
  };
}

export function ringViewOf(ring: Ring, request: HelpRequest): RingView {
  return {
    id: ring.id,
    helpRequestId: ring.helpRequestId,
    state: ring.state,
    expertId: ring.expertId,
    learnerId: request.learnerId,
    listingId: ring.listingId,
    problem: request.problem,
    photoFileId: request.photoFileId,
    language: request.language,
    ceilingMinutes: ring.ceilingMinutes,
    startedAt: ring.startedAt.toString(),
    endsAt: ring.endsAt.toString(),
    offer: ring.offer,
  };
}

export function requestFactsOf(request: HelpRequest): HelpRequestFacts {
  return {
    helpRequestId: request.id,
    learnerId: request.learnerId,
    listingId: request.listingId,
    paymentId: request.paymentId,
  };
}

export function ringFactsOf(ring: Ring, request: HelpRequest): RingFacts {
  return {
    ringId: ring.id,
    helpRequestId: request.id,
    expertId: ring.expertId,
    learnerId: request.learnerId,
    listingId: ring.listingId,
  };
}
