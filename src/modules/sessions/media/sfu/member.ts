import type { SourceState } from '../embedded-signal.js';
import type { MediaKindSent } from '../video-port.js';
import { REMOTE_SEATS } from './layout.js';
import type { Seat } from './seat.js';

/** Somebody who was admitted, across all the connections that their browser makes. */
export class Member {
  /** The seat that counts; a newer one takes its place only once it is connected. */
  seat: Seat | null = null;
  waitingSeat: Seat | null = null;
  isConnected = false;
  lastPacketAtMs: number | null = null;
  audioLossPercent: number | null = null;
  budgetBps: number;
  readonly published = new Set<MediaKindSent>();
  /** Which receiving places of this person's browser belong to whom. Kept over reconnections. */
  private readonly places = new Map<string, number>();

  constructor(
    readonly participantId: string,
    startBps: number,
  ) {
    this.budgetBps = startBps;
  }

  stateOf(source: MediaKindSent): SourceState {
    return this.seat?.sources[source] ?? 'off';
  }

  get picturesSent(): number {
    return (['camera', 'screen'] as const).filter((source) => this.stateOf(source) === 'on').length;
  }

  placeOf(participantId: string): number {
    const known = this.places.get(participantId);
    if (known !== undefined) return known;
    const taken = new Set(this.places.values());
    let place = 0;
    while (taken.has(place) && place < REMOTE_SEATS - 1) place += 1;
    this.places.set(participantId, place);
    return place;
  }

  forget(participantId: string): void {
    this.places.delete(participantId);
  }
}
