import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../shared/domain-error.js';
import {
  type Appointment,
  APPOINTMENT_NEXT,
  type AppointmentState,
} from '../domain/appointment.js';
import { WrongStateError } from '../domain/scheduling.errors.js';
import { AppointmentRecord } from './appointment.record.js';

@Injectable()
export class AppointmentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(appointment: Appointment): Promise<void> {
    await this.unitOfWork.manager.insert(AppointmentRecord, { ...appointment, endedAt: null });
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<Appointment> {
    const record = await this.unitOfWork.manager.findOneBy(AppointmentRecord, { id });
    if (!record) throw new NotFoundError('appointment');
    return appointmentOf(record);
  }

  /** The call that this expert is in, if any. */
  async runningOf(expertId: string, now: Temporal.Instant): Promise<Appointment | null> {
    const record = await this.unitOfWork.manager.findOneBy(AppointmentRecord, {
      expertId,
      state: 'kept',
      startsAt: LessThanOrEqual(now),
      endsAt: MoreThan(now),
    });
    return record ? appointmentOf(record) : null;
  }

  /** How long the last calls of an expert took. */
  async lastCallMinutes(expertId: string, count: number): Promise<number[]> {
    const records = await this.unitOfWork.manager.find(AppointmentRecord, {
      where: { expertId, state: 'ended', endedAt: Not(IsNull()) },
      order: { id: 'DESC' },
      take: count,
    });
    return records.flatMap(({ startsAt, endedAt }) =>
      endedAt === null ? [] : [Math.max(0, startsAt.until(endedAt).total('minutes'))],
    );
  }

  /** Over, at this moment. @returns whether it was kept until now */
  async end(id: string, at: Temporal.Instant): Promise<boolean> {
    const result = await this.unitOfWork.manager.update(
      AppointmentRecord,
      { id, state: 'kept' },
      { state: 'ended', endedAt: at },
    );
    return result.affected === 1;
  }

  /** @returns whether it was in that state */
  async move(id: string, from: AppointmentState, to: AppointmentState): Promise<boolean> {
    const next: readonly AppointmentState[] = APPOINTMENT_NEXT[from];
    if (!next.includes(to)) throw new RangeError(`an appointment that is ${from} cannot be ${to}`);
    const result = await this.unitOfWork.manager.update(
      AppointmentRecord,
      { id, state: from },
      { state: to },
    );
    return result.affected === 1;
  }

  /** Another time for what is kept. @returns whether it was */
  async reschedule(
    id: string,
    to: Pick<Appointment, 'startsAt' | 'endsAt' | 'bufferMinutes'>,
  ): Promise<boolean> {
    const where = { id, state: 'kept' as const };
    const result = await this.unitOfWork.manager.update(AppointmentRecord, where, to);
    return result.affected === 1;
  }

  /** @throws WrongStateError when it changed meanwhile */
  async prolong(before: Appointment, after: Appointment): Promise<void> {
    const result = await this.unitOfWork.manager.update(
      AppointmentRecord,
      { id: before.id, state: 'kept', endsAt: before.endsAt },
      { endsAt: after.endsAt, ceilingMinutes: after.ceilingMinutes },
    );
    if (result.affected !== 1) throw new WrongStateError('appointment', 'changed');
  }
}

function appointmentOf({ endedAt: _, ...appointment }: AppointmentRecord): Appointment {
  return appointment;
}
