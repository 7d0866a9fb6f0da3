import type { Somebody } from './world.js';

export const FREE_PRICE = {
  model: 'free',
  amountMinor: null,
  currency: 'EUR',
  sessionMinutes: 30,
  freeMinutes: 0,
} as const;

/** Hours of every weekday alike. */
export function everyDay(
  startsAt: string,
  endsAt: string,
): { weekday: number; startsAt: string; endsAt: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsAt, endsAt }));
}

/** Puts an expert's hours up: from 8 to 20 in UTC, every half hour, at once, unless said otherwise. */
export async function openHours(
  { http }: Pick<Somebody, 'http'>,
  change: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await http
    .put('/api/v1/studio/availability')
    .send({
      timeZone: 'UTC',
      weekly: everyDay('08:00', '20:00'),
      noticeMinutes: 0,
      bufferMinutes: 0,
      stepMinutes: 30,
      horizonDays: 30,
      ...change,
    })
    .expect(200);
}
