import { randomInt, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { SourceStates } from '../embedded-signal.js';
import { GeneratedSeat } from './generated-seat.js';
import { readMediaLoop, type MediaLoop } from './media-loop.js';
import type { SeatEvents } from './seat.js';

/** As often as a sound packet is due. */
const PACE_MS = 20;

const SOURCES_OF_A_FIGURE: SourceStates = { microphone: 'on', camera: 'on', screen: 'off' };

/** Keeps the drawn figures and plays them, all on one timer that runs only while somebody is played. */
export class GeneratedPlayers {
  private readonly playing = new Set<GeneratedSeat>();
  private loops: readonly MediaLoop[] | null = null;
  private pacer: NodeJS.Timeout | null = null;

  constructor(private readonly monotonicMs: () => number) {}

  seat(look: number, events: SeatEvents): GeneratedSeat {
    this.loops ??= loadLoops();
    const loop = this.loops[Math.abs(Math.trunc(look)) % this.loops.length];
    if (loop === undefined) throw new Error('no generated figures are installed');
    const seat: GeneratedSeat = new GeneratedSeat({
      seatId: randomUUID(),
      loop,
      sources: SOURCES_OF_A_FIGURE,
      events,
      startAt: { sequence: randomInt(0x1_0000), timestamp: randomInt(0x1_0000_0000) },
      nowMs: this.monotonicMs,
      onClose: () => this.stop(seat),
    });
    this.playing.add(seat);
    this.pacer ??= setInterval(() => this.playDue(), PACE_MS);
    return seat;
  }

  private playDue(): void {
    const now = this.monotonicMs();
    for (const seat of this.playing) seat.playUntil(now);
  }

  private stop(seat: GeneratedSeat): void {
    this.playing.delete(seat);
    if (this.playing.size > 0 || this.pacer === null) return;
    clearInterval(this.pacer);
    this.pacer = null;
  }
}

function loadLoops(): MediaLoop[] {
  const folder = new URL('../generated/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.bin'));
  return files.sort().map((name) => readMediaLoop(readFileSync(new URL(name, folder))));
}
