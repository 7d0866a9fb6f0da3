import { workerData } from 'node:worker_threads';
import { Temporal } from 'temporal-polyfill';
import { answerCalls } from '../../../platform/threads/answer-calls.js';
import { loadZones } from '../../../platform/time/shipped-zones.js';
import { rangeOf } from '../../../shared/time/half-open-range.js';
import { busyTimes } from './busy-times.js';
import type { BusyMs, CalendarToRead } from './calendar-reader.js';

const zones = loadZones(workerData as { dataDir: string });

answerCalls(({ text, fromMs, toMs, timeZone }: CalendarToRead): BusyMs => {
  const window = rangeOf(
    Temporal.Instant.fromEpochMilliseconds(fromMs),
    Temporal.Instant.fromEpochMilliseconds(toMs),
  );
  const found = busyTimes(text, { window, zones, timeZone });
  if (!found.ok) return null;
  return found.value.map(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds]);
});
