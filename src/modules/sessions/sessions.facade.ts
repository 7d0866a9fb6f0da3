import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock.js';
import { AppConfig } from '../../platform/config/config.js';
import { Ids } from '../../platform/ids.js';
import { NotFoundError } from '../../shared/domain-error.js';
import type { PriceTerms } from '../../shared/metered-price.js';
import { priceOf } from '../../shared/metered-price.js';
import { money, type Money } from '../../shared/money.js';
import { Extensions } from './application/extensions.js';
import { Messages, type MessageView } from './application/messages.js';
import { SeatKeys } from './application/seat-keys.js';
import { SessionPauses } from './application/session-pauses.js';
import { SessionRuntime } from './application/session-runtime.js';
import { type SessionRole, type SessionView, termsOf } from './application/session-view.js';
import { sha256 } from './application/sha256.js';
import { Stills, type StillView } from './application/stills.js';
import { VIDEO_PORT } from './application/video-port.token.js';
import { append, billedSeconds, commitmentOf, type MeterLog, verifyLog } from './domain/meter.js';
import type { PauseReason } from './domain/pause.js';
import { isOver } from './domain/session-state.js';
import { RoomNotOpenYetError, SessionOverError } from './domain/sessions.errors.js';
import type { JoinTicket, VideoPort } from './media/video-port.js';
import type { SessionRecord } from './persistence/session.records.js';
import { SessionRepository } from './persistence/session.repository.js';

export interface NewSession {
  readonly sourceKind: 'help_request' | 'booking';
  readonly sourceId: string;
  readonly appointmentId: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly problem: string;
  readonly learnerId: string;
  readonly expertId: string;
  readonly terms: PriceTerms;
  readonly ceilingMinutes: number;
  /** What is held; null when help is free. */
  readonly ceiling: Money | null;
  readonly paymentId: string | null;
  /** The expert's picture and sound are made by the server. */
  readonly expertIsGenerated: boolean;
  readonly opensAt: Temporal.Instant;
  /** Until when whoever is missing may still come. */
  readonly waitUntil: Temporal.Instant;
}

/** What a session has to be paid for; the amount follows from the log alone. */
export interface SessionBill {
  readonly session: SessionView;
  readonly terms: PriceTerms;
  readonly billedSeconds: number;
  readonly gross: Money;
  readonly paymentId: string | null;
  /** Holds for time that was added, in their order. */
  readonly morePaymentIds: readonly string[];
}

export interface JoinedSeat {
  readonly seat: { readonly participantId: string; readonly key: string };
  readonly ticket: JoinTicket;
}

/** The live hour: rooms, who is there, the meter, chat. */
@Injectable()
export class SessionsFacade {
  private replayedBeats = 0;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly runtime: SessionRuntime,
    private readonly seatKeys: SeatKeys,
    private readonly messages: Messages,
    private readonly stills: Stills,
    private readonly pauses: SessionPauses,
    /** More time: proposed, agreed to, granted or closed. */
    readonly extensions: Extensions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: AppConfig,
    @Inject(VIDEO_PORT) private readonly video: VideoPort,
  ) {}

  /** Opens the room; a second call for the same source gives the first session. */
  async open(session: NewSession): Promise<SessionView> {
    const record = this.recordOf(session);
    const log = append(
      [],
      {
        kind: 'opened',
        atMs: record.createdAt.epochMilliseconds,
        reason: commitmentOfRecord(record),
      },
      sha256,
    );
    if (await this.sessions.add(record, log)) {
      await this.runtime.begin(record);
      return this.runtime.view(record);
    }
    const known = await this.sessions.bySource(session.sourceKind, session.sourceId);
    if (!known) throw new NotFoundError('session');
    return this.runtime.view(known);
  }

  async sessionOf(
    sourceKind: 'help_request' | 'booking',
    sourceId: string,
  ): Promise<SessionView | null> {
    const record = await this.sessions.bySource(sourceKind, sourceId);
    return record ? this.runtime.view(record) : null;
  }

  /** @throws NotFoundError also for a person who is not part of it */
  async session(
    id: string,
    personId: string,
  ): Promise<SessionView & { readonly role: SessionRole }> {
    const record = await this.ofPerson(id, personId);
    return {
      ...(await this.runtime.view(record)),
      role: record.learnerId === personId ? 'learner' : 'expert',
    };
  }

  /** One that is not over, for one of its two people. @throws NotFoundError, SessionOverError */
  async openSession(id: string, personId: string): Promise<SessionView> {
    const session = await this.session(id, personId);
    if (isOver(session.state)) throw new SessionOverError();
    return session;
  }

  /** Frozen pictures with what was drawn on them, oldest first; also when it is over. @throws NotFoundError */
  async stillsOf(id: string, personId: string): Promise<StillView[]> {
    await this.ofPerson(id, personId);
    return this.stills.of(id);
  }

  /** A seat in the room for one of its two people. @throws NotFoundError, RoomNotOpenYetError, SessionOverError */
  async join(id: string, personId: string): Promise<JoinedSeat> {
    const record = await this.ofPerson(id, personId);
    if (isOver((await this.runtime.view(record)).state)) throw new SessionOverError();
    if (Temporal.Instant.compare(this.clock.now(), record.opensAt) < 0)
      throw new RoomNotOpenYetError(record.opensAt.toString());
    const ticket = await this.video.admit(id, personId);
    return { seat: { participantId: personId, key: this.seatKeys.keyOf(id, personId) }, ticket };
  }

  /** Either of the two ends it for both. @throws NotFoundError */
  async end(id: string, personId: string): Promise<SessionView> {
    const record = await this.ofPerson(id, personId);
    await this.runtime.end(
      id,
      record.learnerId === personId ? 'ended_by_learner' : 'ended_by_expert',
    );
    return this.runtime.view(await this.sessions.load(id));
  }

  /** One of the two lets the meter stand. @throws NotFoundError, PauseRefusedError */
  async pause(id: string, personId: string, reason: PauseReason): Promise<void> {
    const { learnerId } = await this.ofPerson(id, personId);
    await this.pauses.pause(id, learnerId === personId ? 'learner' : 'expert', reason);
  }

  /** Either of the two lets it go on. @throws NotFoundError */
  async goOn(id: string, personId: string): Promise<void> {
    await this.ofPerson(id, personId);
    await this.pauses.goOn(id);
  }

  /** @throws NotFoundError */
  async meterLog(
    id: string,
    personId: string,
  ): Promise<{ readonly entries: MeterLog; readonly isWhole: boolean; readonly salt: string }> {
    const record = await this.ofPerson(id, personId);
    const entries = await this.sessions.log(id);
    return { entries, isWhole: verifyLog(entries, sha256).ok, salt: record.meterSalt };
  }

  /** @throws NotFoundError */
  async messagesOf(id: string, personId: string): Promise<MessageView[]> {
    await this.ofPerson(id, personId);
    return this.messages.of(id);
  }

  /** The bill of a session that is over, recomputed from its log. @throws NotFoundError */
  async bill(id: string): Promise<SessionBill> {
    const record = await this.sessions.load(id);
    const terms = termsOf(record);
    const seconds = Math.min(
      billedSeconds(await this.sessions.log(id), this.clock.now().epochMilliseconds),
      record.ceilingSeconds,
    );
    const ceiling =
      record.ceilingMinor === null ? null : money(record.ceilingMinor, record.currency);
    return {
      session: await this.runtime.view(record),
      terms,
      billedSeconds: seconds,
      gross: priceOf(terms, seconds, ceiling),
      paymentId: record.paymentId,
      morePaymentIds: await this.extensions.paymentsOf(id),
    };
  }

  /**
   * For the demo's past only: what the media server and a browser would have said when somebody came.
   *
   * @throws Error in an installation without demo people
   */
  async replayAttendance(id: string, personId: string, cameAt: Temporal.Instant): Promise<void> {
    if (!this.config.isDemo) throw new Error('attendance is never made up outside the demo');
    const atMs = cameAt.epochMilliseconds;
    this.replayedBeats += 1;
    await this.runtime.witness(id, personId, { source: 'media', kind: 'connected', atMs });
    await this.runtime.witness(id, personId, {
      source: 'heartbeat',
      seq: this.replayedBeats,
      atMs,
    });
  }

  /** The money is where it belongs. @returns false when it was settled before */
  markSettled(id: string): Promise<boolean> {
    return this.sessions.markSettled(id);
  }

  /** Over, but not settled yet; for the sweeper. */
  async unsettled(): Promise<readonly string[]> {
    return (await this.sessions.unsettled()).map((record) => record.id);
  }

  /** Newest first. */
  async sessionsOf(personId: string, role: SessionRole, limit: number): Promise<SessionView[]> {
    const records = await this.sessions.of(personId, role, limit);
    return Promise.all(records.map((record) => this.runtime.view(record)));
  }

  private async ofPerson(id: string, personId: string): Promise<SessionRecord> {
    const record = await this.sessions.load(id);
    if (record.learnerId !== personId && record.expertId !== personId)
      throw new NotFoundError('session');
    return record;
  }

  private recordOf({ terms, ceilingMinutes, ceiling, ...session }: NewSession): SessionRecord {
    return {
      ...session,
      id: this.ids.next(),
      state: 'waiting',
      priceModel: terms.model,
      unitMinor: terms.unit.amountMinor,
      currency: terms.unit.currency,
      freeMinutes: terms.freeMinutes,
      ceilingSeconds: ceilingMinutes * 60,
      ceilingMinor: ceiling?.amountMinor ?? null,
      learnerCame: false,
      expertCame: false,
      graceEndsAt: null,
      goodbyeEndsAt: null,
      pausedFor: null,
      runningSeenAt: null,
      endedAt: null,
      endReason: null,
      meterSalt: randomBytes(32).toString('hex'),
      ...this.runtime.own(),
      createdAt: this.clock.now(),
    };
  }
}

function commitmentOfRecord(record: SessionRecord): string {
  return commitmentOf(
    {
      sessionId: record.id,
      learnerId: record.learnerId,
      expertId: record.expertId,
      salt: record.meterSalt,
    },
    sha256,
  );
}
