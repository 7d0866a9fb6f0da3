import { Injectable, Optional } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Temporal } from 'temporal-polyfill';
import { AccountsFacade, type PersonView } from '../../modules/accounts/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { ReviewsFacade } from '../../modules/reviews/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import { SessionsFacade, type SessionView } from '../../modules/sessions/index.js';
import { HelpNow } from '../../workflows/help-now/help-now.js';
import { DEMO_EXPERTS } from '../content/experts.js';
import { PAST_SESSIONS, type PastSession } from '../content/past-sessions.js';
import { AttendanceReplay } from './attendance-replay.js';
import type { Deed } from './deed.js';
import { SeedPeople } from './seed-people.js';
import { Travel } from './travel.js';

const DAY_MS = 86_400_000;
const COME_AFTER_SECONDS = 12;
const REVIEW_AFTER_MINUTES = 25;
const CARD = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123' } as const;

/**
 * Sessions of the past, each from the question to the review, the way every session goes: asked for, paid
 * for, rung, accepted, metered, settled. So the stars, the earnings and the books are real.
 */
@Injectable()
export class SeedSessions {
  /** By learner: the problems of the sessions they had; read once. */
  private readonly problems = new Map<string, Set<string>>();

  constructor(
    private readonly travel: Travel,
    private readonly people: SeedPeople,
    private readonly accounts: AccountsFacade,
    private readonly catalog: CatalogFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly sessions: SessionsFacade,
    private readonly reviews: ReviewsFacade,
    private readonly modules: ModuleRef,
    /** Without it nobody was ever there, and there is no past to live through. */
    @Optional() private readonly attendance?: AttendanceReplay,
  ) {}

  deeds(now: Temporal.Instant): Deed[] {
    if (!this.attendance) return [];
    return PAST_SESSIONS.map((past) => {
      const at = startOf(past, now);
      return { at, act: () => this.unlessKnown(past, at) };
    });
  }

  /** Once the people are there. The last session tells of all before it. */
  async isComplete(): Promise<boolean> {
    const last = PAST_SESSIONS.at(-1);
    if (!this.attendance || !last) return true;
    return (await this.problemsOf(await this.people.idOf(last.learner))).has(last.problem);
  }

  private async unlessKnown(past: PastSession, at: Temporal.Instant): Promise<void> {
    const learner = await this.accounts.person(await this.people.idOf(past.learner));
    const known = await this.problemsOf(learner.id);
    // One that was cut off in the middle ends by itself, as any session does whose program stops.
    if (known.has(past.problem)) return;
    known.add(past.problem);
    await this.hold(past, learner, at);
  }

  private async problemsOf(learnerId: string): Promise<Set<string>> {
    const known =
      this.problems.get(learnerId) ??
      new Set(
        (await this.sessions.sessionsOf(learnerId, 'learner', PAST_SESSIONS.length)).map(
          (session) => session.problem,
        ),
      );
    this.problems.set(learnerId, known);
    return known;
  }

  private async hold(
    past: PastSession,
    learner: PersonView,
    askedAt: Temporal.Instant,
  ): Promise<void> {
    const expertId = await this.people.idOf(past.expert);
    await this.scheduling.setFree(expertId, true, { answersByItself: true });
    const requestId = await this.ask(past, learner, expertId);
    const answeredAt = askedAt.add({ seconds: past.answeredAfterSeconds });
    const session = await this.answer(requestId, learner.id, answeredAt);
    const cameAt = answeredAt.add({ seconds: COME_AFTER_SECONDS });
    this.travel.to(cameAt);
    for (const personId of [expertId, learner.id])
      await this.attendance?.replayAttendance(session.id, personId, cameAt);
    const endedAt = cameAt.add({ seconds: past.together });
    this.travel.to(endedAt);
    await this.sessions.end(session.id, learner.id);
    await this.travel.settle();
    await this.scheduling.setFree(expertId, false, { answersByItself: false });
    if (!past.review) return;
    this.travel.to(endedAt.add({ minutes: REVIEW_AFTER_MINUTES }));
    await this.reviews.leave(session.id, learner.id, past.review);
  }

  /** @returns the help request, which rings now */
  private async ask(past: PastSession, learner: PersonView, expertId: string): Promise<string> {
    const { country, language } = learner;
    // Journeys are entered through their controllers; the demo has no browser and goes in by the class.
    const helpNow = this.modules.get(HelpNow, { strict: false });
    const listing = await this.listingOf(past, expertId);
    const { id } = await helpNow.ask(
      { person: learner, country, language },
      {
        key: `demo:${past.daysAgo}:${past.learner}:${past.expert}`,
        listingId: listing.id,
        problem: past.problem,
        photoFileId: null,
        atOnce: 1,
        visitorAddress: '',
        ceilingMinutes: past.ceilingMinutes,
        language: listing.languages[0] ?? language,
        card: listing.price.model === 'free' ? null : CARD,
      },
    );
    await this.travel.settle();
    return id;
  }

  private async answer(
    requestId: string,
    learnerId: string,
    at: Temporal.Instant,
  ): Promise<SessionView> {
    this.travel.to(at);
    const { ring } = await this.scheduling.helpRequest(requestId, learnerId);
    if (!ring) throw new Error(`the demo's help request ${requestId} does not ring`);
    await this.scheduling.accept(ring.id, ring.expertId);
    await this.travel.settle();
    const session = await this.sessions.sessionOf('help_request', requestId);
    if (!session) throw new Error(`the demo's help request ${requestId} opened no session`);
    return session;
  }

  private async listingOf(
    past: PastSession,
    expertId: string,
  ): Promise<Awaited<ReturnType<CatalogFacade['liveListingsOf']>>[number]> {
    const expert = DEMO_EXPERTS.find(({ key }) => key === past.expert);
    const title = expert?.listings[past.listing]?.title;
    const live = await this.catalog.liveListingsOf(expertId, 'en');
    const listing = live.find((candidate) => candidate.title === title);
    if (!listing) throw new RangeError(`${past.expert} does not offer what the demo's past needs`);
    return listing;
  }
}

function startOf({ daysAgo, at }: PastSession, now: Temporal.Instant): Temporal.Instant {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const sinceMidnight = now.epochMilliseconds % DAY_MS;
  return now
    .subtract({ milliseconds: sinceMidnight })
    .subtract({ hours: 24 * daysAgo })
    .add({ hours, minutes });
}
