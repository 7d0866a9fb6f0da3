import { Injectable } from '@nestjs/common';
import { type RingView, SchedulingFacade } from '../../modules/scheduling/index.js';
import type { Ring } from '../../pages/api/views/help.view.js';
import type { Offer } from './offer.js';

/** A ring as the expert's page shows it. */
@Injectable()
export class RingReader {
  constructor(private readonly scheduling: SchedulingFacade) {}

  /** The ring this expert should answer now, if any. */
  async openFor(expertId: string): Promise<Ring | null> {
    const ring = await this.scheduling.ringFor(expertId);
    return ring ? ringOf(ring) : null;
  }
}

export function ringOf(ring: RingView): Ring {
  const offer = ring.offer as unknown as Offer;
  return {
    id: ring.id,
    helpRequestId: ring.helpRequestId,
    problem: ring.problem,
    photoUrl: ring.photoFileId === null ? null : `/api/v1/files/${ring.photoFileId}`,
    language: ring.language,
    ceilingMinutes: ring.ceilingMinutes,
    netEarnings: offer.netEarnings,
    learnerName: offer.learnerName,
    endsAt: ring.endsAt,
  };
}
