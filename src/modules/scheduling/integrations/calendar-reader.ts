import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AppConfig } from '../../../platform/config/config.js';
import { ThreadCalls } from '../../../platform/threads/thread-calls.js';
import { type HalfOpenRange, rangeOf } from '../../../shared/time/half-open-range.js';
import { ZoneTable } from '../../../shared/time/zone-table.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import { busyTimes } from './busy-times.js';

/** What goes to the thread and back is copied, so it is plain: instants are milliseconds since 1970. */
export interface CalendarToRead {
  readonly text: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
}

/** Null for what is no calendar. */
export type BusyMs = readonly (readonly [number, number])[] | null;

/** The largest calendar takes a second; rules that are never met would take for ever. */
const ANSWER_MS_MAX = 5_000;

/**
 * Reads calendars on a thread of its own: their rules are strangers' input, and one that never comes
 * to an end must stop nothing but its own reading.
 */
@Injectable()
export class CalendarReader implements OnApplicationShutdown {
  private readonly thread: ThreadCalls<CalendarToRead, BusyMs>;

  constructor(
    private readonly zones: ZoneTable,
    config: AppConfig,
  ) {
    this.thread = new ThreadCalls({
      name: 'calendars',
      file: new URL('./calendar.worker.js', import.meta.url),
      workerData: { dataDir: config.dataDir },
      limitMs: ANSWER_MS_MAX,
    });
  }

  async busyTimes(
    text: string,
    window: HalfOpenRange,
    timeZone: string,
  ): Promise<Verdict<HalfOpenRange[], 'not_a_calendar'>> {
    // Node cannot start a TypeScript file as a thread: run from source, calendars are read where they are asked for.
    if (import.meta.url.endsWith('.ts'))
      return busyTimes(text, { window, zones: this.zones, timeZone });
    const question: CalendarToRead = {
      text,
      fromMs: window.start.epochMilliseconds,
      toMs: window.end.epochMilliseconds,
      timeZone,
    };
    // A thread that ends takes every waiting calendar with it, so those that did no harm get a second one.
    const read = await this.thread
      .ask(question)
      .catch(() => this.thread.ask(question))
      .catch(() => null);
    return read === null ? refuse('not_a_calendar') : accept(read.map(rangeOfMs));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }
}

function rangeOfMs([fromMs, toMs]: readonly [number, number]): HalfOpenRange {
  return rangeOf(
    Temporal.Instant.fromEpochMilliseconds(fromMs),
    Temporal.Instant.fromEpochMilliseconds(toMs),
  );
}
