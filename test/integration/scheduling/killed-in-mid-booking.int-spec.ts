import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import {
  AppointmentRecord,
  ClaimRecord,
} from '../../../src/modules/scheduling/persistence/appointment.record.js';
import { BookingRecord } from '../../../src/modules/scheduling/persistence/booking.record.js';
import { everyDay, FREE_PRICE, openHours } from '../../support/hours.js';
import { type Program, startProgram } from '../../support/program.js';
import { startCopy, startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { aCategory, anExpert, aPerson, PASSWORD } from '../../support/world.js';

const RIVALS = 12;
const WISHES_EACH = 5;
/** Into the race, so that each kill finds other calls half done. */
const KILLED_AFTER_MS = [60, 180];
const SESSION_MINUTES = 30;
const TICK_MS = 5 * 60_000;

interface Wish {
  readonly cookie: string;
  readonly key: string;
  readonly startsAt: string;
  /** What it was told before the program was killed; null when it was told nothing. */
  answer: Answer | null;
}

interface Answer {
  readonly status: number;
  readonly id: string | null;
}

describe.each(STORES)('a program that is killed while rivals book, on %s', (store) => {
  let prepared: TestApp;
  let program: Program;
  let listingId: string;
  const emails: string[] = [];
  beforeAll(async () => {
    prepared = await startTestApp({ store, now: new Date().toISOString() });
    const expert = await anExpert(prepared, 'Marc', await aCategory(prepared), {
      price: { ...FREE_PRICE, sessionMinutes: SESSION_MINUTES },
    });
    listingId = expert.listingId;
    await openHours(expert, { weekly: everyDay('00:00', '24:00'), stepMinutes: 10 });
    for (let index = 0; index < RIVALS; index += 1)
      emails.push((await aPerson(prepared, `Rival${index}`)).email);
    await prepared.app.close();
    program = await startProgram(prepared.store.env);
  }, 120_000);
  afterAll(async () => {
    await program?.kill();
    await prepared?.store.remove();
  }, 60_000);

  const origin = (): string => `http://127.0.0.1:${program.port}`;
  const post = (path: string, body: object, headers: Record<string, string>): Promise<Response> =>
    fetch(origin() + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const signedIn = async (email: string): Promise<string> => {
    const answer = await post('/api/v1/auth/sign-in', { email, password: PASSWORD }, {});
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const ask = async ({ cookie, key, startsAt }: Wish): Promise<Answer | null> => {
    try {
      const answer = await post(
        '/api/v1/bookings',
        { listingId, startsAt },
        { cookie, 'idempotency-key': key },
      );
      const { id } = (await answer.json()) as { id?: string };
      return { status: answer.status, id: id ?? null };
    } catch {
      return null;
    }
  };
  /** Starts ten minutes apart of sessions of thirty: each overlaps its neighbours. */
  const wishesOf = (cookies: readonly string[], day: number): Wish[] =>
    cookies.flatMap((cookie, person) =>
      Array.from({ length: WISHES_EACH }, (_, number) => {
        const minute = ((person * WISHES_EACH + number) % 18) * 10;
        const midnight = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
        const startsAt = new Date(midnight + day * 86_400_000 + minute * 60_000);
        return { cookie, key: randomUUID(), startsAt: startsAt.toISOString(), answer: null };
      }),
    );

  it('keeps every promise it made, makes none twice, and leaves no time claimed by nobody', async () => {
    const cookies = await Promise.all(emails.map(signedIn));
    const wishes: Wish[] = [];
    for (const [round, delay] of KILLED_AFTER_MS.entries()) {
      const asked = wishesOf(cookies, round + 1);
      const answers = Promise.all(asked.map(ask));
      await sleep(delay);
      await program.kill();
      for (const [index, answer] of (await answers).entries())
        (asked[index] as Wish).answer = answer;
      wishes.push(...asked);
      await program.restart();
    }
    expect(wishes.filter(({ answer }) => answer === null)).not.toHaveLength(0);

    for (const [index, again] of (await Promise.all(wishes.map(ask))).entries()) {
      const wish = wishes[index] as Wish;
      if (wish.answer?.status === 201) expect(again).toEqual(wish.answer);
      else expect([201, 409]).toContain(again?.status);
    }
    await program.kill();
    await expectSoundStore();
  }, 180_000);

  const expectSoundStore = async (): Promise<void> => {
    const reader = await startCopy(prepared);
    try {
      const { manager } = reader.get(UnitOfWork);
      const bookings = await manager.find(BookingRecord, { order: { startsAt: 'ASC' } });
      const standing = bookings.filter(({ state }) => state === 'held' || state === 'confirmed');
      expect(standing.length).toBeGreaterThan(KILLED_AFTER_MS.length);
      standing.slice(1).forEach((booking, index) => {
        const before = standing[index] as BookingRecord;
        expect(booking.startsAt.epochMilliseconds).toBeGreaterThanOrEqual(
          before.endsAt.epochMilliseconds,
        );
      });
      const claims = await manager.find(ClaimRecord);
      const claimed = claims.map(
        ({ appointmentId, personId, tick }) => `${appointmentId} ${personId} ${tick}`,
      );
      expect(claimed.sort()).toEqual(standing.flatMap(claimsOf).sort());
      const appointments = await manager.find(AppointmentRecord);
      expect(appointments.map(({ id }) => id).sort()).toEqual(
        bookings.map(({ appointmentId }) => appointmentId).sort(),
      );
    } finally {
      await reader.close();
    }
  };
});

/** Every five minutes of both people. */
function claimsOf({ appointmentId, expertId, learnerId, startsAt }: BookingRecord): string[] {
  const first = startsAt.epochMilliseconds / TICK_MS;
  const ticks = Array.from({ length: (SESSION_MINUTES * 60_000) / TICK_MS }, (_, n) => first + n);
  return [expertId, learnerId].flatMap((personId) =>
    ticks.map((tick) => `${appointmentId} ${personId} ${tick}`),
  );
}
