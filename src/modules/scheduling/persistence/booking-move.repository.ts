import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import { countTransformer, InstantColumn, TextColumn } from '../../../platform/database/columns.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { BookingParty } from '../domain/booking.js';
import type { BookingMove, MoveReason } from '../domain/reschedule.js';

/** One row per move, never changed. The key refuses a second move of the same number. */
@Entity('scheduling_booking_changes')
export class BookingMoveRecord {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36 }) bookingId!: string;
  @PrimaryColumn({ type: 'int', transformer: countTransformer }) sequence!: number;
  @TextColumn({ name: 'moved_by', length: 8 }) by!: BookingParty;
  @TextColumn({ length: 12 }) reason!: MoveReason;
  @InstantColumn({ name: 'from_starts_at' }) fromStartsAt!: Temporal.Instant;
  @InstantColumn({ name: 'from_ends_at' }) fromEndsAt!: Temporal.Instant;
  @InstantColumn({ name: 'to_starts_at' }) toStartsAt!: Temporal.Instant;
  @InstantColumn({ name: 'to_ends_at' }) toEndsAt!: Temporal.Instant;
  @InstantColumn({ name: 'changed_at' }) changedAt!: Temporal.Instant;
}

/** How bookings were moved. */
@Injectable()
export class BookingMoveRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(bookingId: string, move: BookingMove): Promise<void> {
    await this.unitOfWork.manager.insert(BookingMoveRecord, { bookingId, ...move });
  }

  /** First one first. */
  async of(bookingId: string): Promise<BookingMove[]> {
    return this.unitOfWork.manager.find(BookingMoveRecord, {
      where: { bookingId },
      order: { sequence: 'ASC' },
    });
  }
}
