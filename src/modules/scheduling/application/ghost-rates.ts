import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { RingRepository } from '../persistence/ring.repository.js';

/** Habits change; older rings say little about now. */
const DAYS_COUNTED = 30;

/** How often somebody who was shown as free did not answer when they were rung. */
export interface GhostRateView {
  readonly expertId: string;
  /** Rings in the last thirty days that were answered or ran out; those called off say nothing. */
  readonly rung: number;
  readonly missed: number;
  /** Of the rings, in whole per cent. */
  readonly missedPercent: number;
}

/** For ops: who is shown as free and is not there. Only who is shown as free is ever rung. */
@Injectable()
export class GhostRates {
  constructor(
    private readonly rings: RingRepository,
    private readonly clock: Clock,
  ) {}

  /** Those who missed most first. */
  async list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly items: GhostRateView[]; readonly total: number }> {
    const counts = await this.rings.missedSince(this.since());
    const { offset, limit } = page;
    return { items: counts.map(viewOf).slice(offset, offset + limit), total: counts.length };
  }

  /** null for somebody who was not rung */
  async of(expertId: string): Promise<GhostRateView | null> {
    const [count] = await this.rings.missedSince(this.since(), expertId);
    return count ? viewOf(count) : null;
  }

  private since(): ReturnType<Clock['now']> {
    return this.clock.now().subtract({ hours: 24 * DAYS_COUNTED });
  }
}

function viewOf(count: {
  readonly expertId: string;
  readonly rung: number;
  readonly missed: number;
}): GhostRateView {
  return { ...count, missedPercent: Math.round((100 * count.missed) / count.rung) };
}
