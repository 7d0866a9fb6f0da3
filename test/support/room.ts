import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { agent } from 'supertest';
import { SessionsFacade } from '../../src/modules/sessions/index.js';
import { money } from '../../src/shared/money.js';
import type { TestApp } from './test-app.js';
import { PASSWORD, type Somebody } from './world.js';

export type SocketAnswer = { readonly ok: boolean; readonly code?: string } & Record<
  string,
  unknown
>;

/** An open page of somebody on one copy of the program. */
export interface SocketPage {
  readonly socket: Socket;
  readonly heard: { readonly event: string; readonly payload: Record<string, unknown> }[];
  say(event: string, message: object): Promise<SocketAnswer>;
}

/** A session of free help that is open now. @returns its id */
export async function aSessionOf(
  test: TestApp,
  learner: { readonly id: string },
  expert: { readonly id: string },
): Promise<string> {
  const now = test.clock.now();
  const { id } = await test.get(SessionsFacade).open({
    sourceKind: 'help_request',
    sourceId: randomUUID(),
    appointmentId: randomUUID(),
    listingId: randomUUID(),
    listingTitle: 'Rescue your sourdough',
    problem: 'It does not rise',
    learnerId: learner.id,
    expertId: expert.id,
    terms: { model: 'free', unit: money(0n, 'EUR'), freeMinutes: 0 },
    ceilingMinutes: 15,
    ceiling: null,
    paymentId: null,
    expertIsGenerated: false,
    opensAt: now,
    waitUntil: now.add({ minutes: 10 }),
  });
  return id;
}

/** Signs in on this copy and opens a connection that carries the cookie. */
export async function openSocket({ email }: Somebody, copy: TestApp): Promise<SocketPage> {
  const signedIn = await agent(copy.url)
    .post('/api/v1/auth/sign-in')
    .send({ email, password: PASSWORD });
  const cookie = signedIn.get('set-cookie')?.[0]?.split(';')[0] ?? '';
  const socket = io(copy.url, { transports: ['websocket'], extraHeaders: { cookie } });
  const heard: SocketPage['heard'] = [];
  socket.onAny((event: string, payload: Record<string, unknown>) => {
    heard.push({ event, payload });
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return {
    socket,
    heard,
    say: async (event, message) =>
      (await socket.timeout(10_000).emitWithAck(event, message)) as SocketAnswer,
  };
}
