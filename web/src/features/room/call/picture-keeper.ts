import { nextLadder, type Rung, TOP } from '../core/picture-ladder';
import type { RoomStats } from '../core/room-connector';

/** Sends as much picture as the line out carries, measurement by measurement. */
export class PictureKeeper {
  private ladder = TOP;

  constructor(private readonly limit: (rung: Rung) => Promise<void>) {}

  /** @returns what is sent from now on */
  async measure({ uplinkLossPercent, availableBps }: RoomStats): Promise<Rung> {
    const before = this.ladder.rung;
    this.ladder = nextLadder(this.ladder, { lossPercent: uplinkLossPercent, availableBps });
    if (this.ladder.rung !== before) await this.limit(this.ladder.rung);
    return this.ladder.rung;
  }
}
