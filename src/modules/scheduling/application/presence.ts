import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Realtime } from '../../../platform/realtime/realtime.js';
import type { RingOutcome } from '../domain/help-request.js';
import {
  answerSecondsOf,
  HEARTBEAT_SECONDS_MAX,
  isTrustedByPush,
  oddsOf,
  presenceState,
  type PresenceState,
  PUSH_TRUSTED_HOURS,
  RINGS_REMEMBERED,
} from '../domain/presence.js';
import { ClaimRepository } from '../persistence/claim.repository.js';
import { PresenceRepository, type StoredPresence } from '../persistence/presence.repository.js';
import { Announcer } from './announcer.js';

export interface PresenceView {
  readonly state: PresenceState;
  /** Median seconds to an answer, from ten rings on. */
  readonly oddsSeconds: number | null;
  /** Too few rings yet to say. */
  readonly isNew: boolean;
}

export interface OwnPresenceView {
  readonly wantsFree: boolean;
  readonly state: PresenceState;
  /** Until then a ring by push alone is trusted to be heard; RFC 3339, UTC, null when it is not. */
  readonly pushTrustedUntil: string | null;
}

/** Beats come every fifteen seconds; the store hears of one in so many. */
const STORED_EVERY_SECONDS = 10;

/** Who can be asked right now. Worked out from what is stored, so that it survives a restart. */
@Injectable()
export class Presence {
  /** When the store last heard of a beat of each person, by this process. */
  private readonly storedAt = new Map<string, Temporal.Instant>();

  constructor(
    private readonly presences: PresenceRepository,
    private readonly claims: ClaimRepository,
    private readonly announcer: Announcer,
    private readonly realtime: Realtime,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every id is answered; who never wanted to be free is away. */
  async of(expertIds: readonly string[]): Promise<ReadonlyMap<string, PresenceView>> {
    const now = this.clock.now();
    const [stored, taken] = await Promise.all([
      this.presences.ofExperts(expertIds),
      this.claims.takenNow(expertIds, now),
    ]);
    const byId = new Map(stored.map((presence) => [presence.expertId, presence]));
    return new Map(expertIds.map((id) => [id, viewOf(byId.get(id), taken.has(id), now)] as const));
  }

  async own(expertId: string): Promise<OwnPresenceView> {
    const [stored] = await this.presences.ofExperts([expertId]);
    const state = (await this.of([expertId])).get(expertId)?.state ?? 'away';
    return {
      wantsFree: stored?.wantsFree ?? false,
      state,
      pushTrustedUntil: trustedUntil(stored, this.clock.now()),
    };
  }

  /** Whether a program accepts for this expert, and takes part for them. */
  async answersByItself(expertId: string): Promise<boolean> {
    const [stored] = await this.presences.ofExperts([expertId]);
    return stored?.answersByItself ?? false;
  }

  /** Whoever presses the button has the page open. */
  async setFree(
    expertId: string,
    isFree: boolean,
    options: { readonly answersByItself?: boolean } = {},
  ): Promise<OwnPresenceView> {
    await this.presences.wish(expertId, {
      wantsFree: isFree,
      ...options,
      ...(isFree ? { lastSeenAt: this.clock.now() } : {}),
    });
    await this.refresh([expertId]);
    return this.own(expertId);
  }

  async heartbeat(expertId: string): Promise<void> {
    const now = this.clock.now();
    const storedAt = this.storedAt.get(expertId);
    if (
      storedAt &&
      Temporal.Instant.compare(now, storedAt.add({ seconds: STORED_EVERY_SECONDS })) < 0
    )
      return;
    this.storedAt.set(expertId, now);
    if (await this.presences.seen(expertId, now)) await this.refresh([expertId]);
  }

  /** Somebody answered a push just now: the next one will be heard too. */
  async pushAnswered(expertId: string): Promise<void> {
    await this.presences.wish(expertId, { pushAnsweredAt: this.clock.now() });
    await this.refresh([expertId]);
  }

  /** No browser of the expert is reached any more. */
  async pushLost(expertId: string): Promise<void> {
    await this.presences.forgetPush(expertId);
    await this.refresh([expertId]);
  }

  /** Tells everybody of those whose state is another than the one shown; inside or outside a transaction. */
  async refresh(personIds: readonly string[]): Promise<void> {
    await this.show(await this.presences.ofExperts(personIds));
  }

  /** Looks after those whose state changes by time passing: beats that stopped, claims that begin or end. */
  async sweep(): Promise<void> {
    this.forgetOldBeats();
    await this.show(await this.presences.watched());
  }

  /** Everybody who is not away, for whoever starts to keep count. */
  async present(): Promise<ReadonlyMap<string, PresenceState>> {
    const now = this.clock.now();
    const watched = await this.presences.watched();
    const ids = watched.map((presence) => presence.expertId);
    const taken = await this.claims.takenNow(ids, now);
    return new Map(
      watched
        .map((stored) => [stored.expertId, stateOf(stored, taken, now)] as const)
        .filter(([, state]) => state !== 'away'),
    );
  }

  /** Inside the transaction that ends the ring. */
  async rememberRing(expertId: string, outcome: RingOutcome, ringingMs: number): Promise<void> {
    const [stored] = await this.presences.ofExperts([expertId]);
    const seconds = answerSecondsOf(outcome, ringingMs);
    if (stored && seconds !== null) {
      const answerSeconds = [...stored.answerSeconds, seconds].slice(-RINGS_REMEMBERED);
      await this.presences.rememberAnswers(expertId, answerSeconds);
    }
    // Nobody heard it: to go on ringing there would cost the next learner a minute.
    if (outcome === 'timed_out') await this.presences.stopWanting(expertId);
  }

  private async show(stored: readonly StoredPresence[]): Promise<void> {
    const now = this.clock.now();
    const ids = stored.map((presence) => presence.expertId);
    const taken = await this.claims.takenNow(ids, now);
    for (const presence of stored) {
      const state = stateOf(presence, taken, now);
      if (state !== presence.shownState) await this.change(presence, state);
    }
  }

  private async change(
    { expertId, shownState }: StoredPresence,
    state: PresenceState,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.presences.show(expertId, shownState, state))) return;
      await this.announcer.announce('scheduling.presence.changed', expertId, { expertId, state });
      this.unitOfWork.afterCommit(() =>
        this.realtime.toAll('presence.changed', { expertId, state }),
      );
    });
  }

  private forgetOldBeats(): void {
    const oldest = this.clock.now().subtract({ seconds: HEARTBEAT_SECONDS_MAX });
    for (const [expertId, at] of this.storedAt)
      if (Temporal.Instant.compare(at, oldest) < 0) this.storedAt.delete(expertId);
  }
}

function trustedUntil(
  stored: StoredPresence | undefined,
  now: Temporal.Instant,
): OwnPresenceView['pushTrustedUntil'] {
  if (!stored?.pushAnsweredAt || !isTrustedByPush(stored, now)) return null;
  return stored.pushAnsweredAt.add({ hours: PUSH_TRUSTED_HOURS }).toString();
}

function viewOf(
  stored: StoredPresence | undefined,
  isClaimed: boolean,
  now: Temporal.Instant,
): PresenceView {
  if (!stored) return { state: isClaimed ? 'busy' : 'away', ...oddsOf([]) };
  return { state: presenceState({ ...stored, isClaimed }, now), ...oddsOf(stored.answerSeconds) };
}

function stateOf(
  stored: StoredPresence,
  taken: ReadonlySet<string>,
  now: Temporal.Instant,
): PresenceState {
  return presenceState({ ...stored, isClaimed: taken.has(stored.expertId) }, now);
}
