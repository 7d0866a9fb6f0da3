import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Between, In } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Claim } from '../domain/appointment.js';
import { type Tick, tickOf } from '../domain/ticks.js';
import { ClaimRecord } from './appointment.record.js';

/** A tick of this person is somebody's already; null when the store said so without saying whose. */
export class PersonTakenError extends Error {
  constructor(readonly personId: string | null) {
    super('the time is taken');
    this.name = 'PersonTakenError';
  }
}

/** Whose five minutes are taken. Claims are deleted when their time is given back, never marked. */
@Injectable()
export class ClaimRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes every tick or none; clears away holds that ended. To be called in a transaction, which
   * must end when this throws.
   *
   * @param claims sorted by person and tick
   * @throws PersonTakenError
   */
  async take(
    appointmentId: string,
    claims: readonly Claim[],
    holdEndsAt: Temporal.Instant | null,
    now: Temporal.Instant,
  ): Promise<void> {
    await this.clearWay(claims, now);
    try {
      await this.unitOfWork.manager.insert(
        ClaimRecord,
        claims.map((claim) => ({ ...claim, appointmentId, holdEndsAt })),
      );
    } catch (error) {
      throw isUniqueViolation(error) ? new PersonTakenError(null) : error;
    }
  }

  /** Turns a hold's claims into kept ones. @returns how many there were */
  async keep(appointmentId: string): Promise<number> {
    const result = await this.unitOfWork.manager.update(
      ClaimRecord,
      { appointmentId },
      { holdEndsAt: null },
    );
    return result.affected ?? 0;
  }

  async release(appointmentIds: readonly string[]): Promise<void> {
    if (appointmentIds.length === 0) return;
    await this.unitOfWork.manager.delete(ClaimRecord, { appointmentId: In([...appointmentIds]) });
  }

  /** Gives back a part of what an appointment has taken. */
  async releaseSome(appointmentId: string, claims: readonly Claim[]): Promise<void> {
    for (const personId of new Set(claims.map((claim) => claim.personId))) {
      const ticks = claims.filter((claim) => claim.personId === personId).map(({ tick }) => tick);
      await this.unitOfWork.manager.delete(ClaimRecord, {
        appointmentId,
        personId,
        tick: In(ticks),
      });
    }
  }

  /** Whether somebody else has one of these now. */
  async isAnyTaken(claims: readonly Claim[], now: Temporal.Instant): Promise<boolean> {
    return (await this.inTheWay(claims)).some((claim) => holds(claim, now));
  }

  /** Ticks in [from, until) that the person cannot give to anybody else. */
  async taken(personId: string, from: Tick, until: Tick, now: Temporal.Instant): Promise<Tick[]> {
    const claims = await this.between([personId], from, until - 1);
    return claims.filter((claim) => holds(claim, now)).map((claim) => claim.tick);
  }

  /** The same for many people, by person. */
  async takenOfEach(
    personIds: readonly string[],
    from: Tick,
    until: Tick,
    now: Temporal.Instant,
  ): Promise<ReadonlyMap<string, Tick[]>> {
    const taken = new Map<string, Tick[]>();
    for (const claim of await this.between(personIds, from, until - 1))
      if (holds(claim, now))
        taken.set(claim.personId, [...(taken.get(claim.personId) ?? []), claim.tick]);
    return taken;
  }

  /** Which ticks of a person an appointment, or an open request, has taken. */
  async ticksOf(appointmentId: string, personId: string): Promise<Tick[]> {
    const claims = await this.unitOfWork.manager.findBy(ClaimRecord, { appointmentId, personId });
    return claims.map((claim) => claim.tick);
  }

  /** Puts off the end of a hold. */
  async prolongHold(appointmentId: string, holdEndsAt: Temporal.Instant): Promise<void> {
    await this.unitOfWork.manager.update(ClaimRecord, { appointmentId }, { holdEndsAt });
  }

  /** Gives claims from one to another; nobody else can take them in between. */
  async handOver(from: string, to: string, claims: readonly Claim[]): Promise<void> {
    for (const { personId, tick } of claims)
      await this.unitOfWork.manager.update(
        ClaimRecord,
        { appointmentId: from, personId, tick },
        { appointmentId: to },
      );
  }

  /** The first tick from `from` on that is taken of any of these people. @param except what this one has taken does not count */
  async nextTaken(
    personIds: readonly string[],
    from: Tick,
    now: Temporal.Instant,
    except = '',
  ): Promise<Tick | null> {
    const next = await this.unitOfWork.manager
      .createQueryBuilder(ClaimRecord, 'claim')
      .select('MIN(claim.tick)', 'tick')
      .where('claim.person_id IN (:...personIds) AND claim.tick >= :from', { personIds, from })
      .andWhere('claim.appointment_id <> :except', { except })
      .andWhere('(claim.hold_ends_at IS NULL OR claim.hold_ends_at > :now)', {
        now: now.epochMilliseconds.toString(),
      })
      .getRawOne<{ tick: bigint | number | string | null }>();
    return next?.tick === null || next?.tick === undefined ? null : Number(next.tick);
  }

  /** Which of these people are taken at the instant. */
  async takenNow(
    personIds: readonly string[],
    now: Temporal.Instant,
    except = '',
  ): Promise<ReadonlySet<string>> {
    const tick = tickOf(now);
    const claims = await this.between(personIds, tick, tick);
    return new Set(
      claims
        .filter((claim) => claim.appointmentId !== except && holds(claim, now))
        .map((claim) => claim.personId),
    );
  }

  /** Looking first spares the store a conflict; what holds is the primary key. */
  private async clearWay(claims: readonly Claim[], now: Temporal.Instant): Promise<void> {
    const inTheWay = await this.inTheWay(claims);
    const firm = inTheWay.find((claim) => holds(claim, now));
    if (firm) throw new PersonTakenError(firm.personId);
    await this.release([...new Set(inTheWay.map((claim) => claim.appointmentId))]);
  }

  private async inTheWay(claims: readonly Claim[]): Promise<ClaimRecord[]> {
    const ticks = claims.map((claim) => claim.tick);
    const wanted = new Set(claims.map((claim) => `${claim.personId} ${claim.tick}`));
    const personIds = [...new Set(claims.map((claim) => claim.personId))];
    const found = await this.between(personIds, Math.min(...ticks), Math.max(...ticks));
    return found.filter((claim) => wanted.has(`${claim.personId} ${claim.tick}`));
  }

  private async between(
    personIds: readonly string[],
    first: Tick,
    last: Tick,
  ): Promise<ClaimRecord[]> {
    if (personIds.length === 0 || last < first) return [];
    return this.unitOfWork.manager.findBy(ClaimRecord, {
      personId: In([...new Set(personIds)]),
      tick: Between(first, last),
    });
  }
}

/** A hold ends at its instant exactly. */
function holds({ holdEndsAt }: ClaimRecord, now: Temporal.Instant): boolean {
  return holdEndsAt === null || Temporal.Instant.compare(now, holdEndsAt) < 0;
}
