import { Injectable } from '@nestjs/common';
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
    await this.unitOfWork.manager.insert(AppointmentRecord, { ...appointment });
  }

  /** @throws NotFoundError */
  async byId(id: string): Promise<Appointment> {
    const record = await this.unitOfWork.manager.findOneBy(AppointmentRecord, { id });
    if (!record) throw new NotFoundError('appointment');
    return { ...record };
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
