import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { createApp } from '../../src/platform/http/create-app.js';
import { SharedPort } from '../../src/platform/http/http-server.js';
import { OutboxRelay } from '../../src/platform/outbox/relay.js';
import { FakeClock } from './fake-clock.js';
import { createTestStore, type StoreKind, type TestStore } from './test-store.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: FakeClock;
  readonly store: TestStore;
  /** Where it listens, on loopback. */
  readonly url: string;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Works off every event and every job that is due by the fake clock. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly store?: StoreKind;
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole program on a store of its own, with a clock that stands still. */
export async function startTestApp({
  store: kind = 'SQLite',
  now,
  env = {},
}: TestAppOptions = {}): Promise<TestApp> {
  return start(await createTestStore(kind, env), new FakeClock(now));
}

/** Ends the program and starts it again on the same store, at the same time. */
export async function restartTestApp({ app, store, clock }: TestApp): Promise<TestApp> {
  await app.close();
  return start(store, clock);
}

/** Another copy of the program on the same store and by the same clock. */
export async function startCopy({ store, clock }: TestApp): Promise<TestApp> {
  const copy = await start(store, clock);
  return { ...copy, close: () => copy.app.close() };
}

async function start(store: TestStore, clock: FakeClock): Promise<TestApp> {
  const app = await createApp(
    AppModule.with(store.config, store.secrets, clock),
    new SharedPort(),
    { trustedProxies: store.config.http.trustedProxies },
  );
  await app.listen(0, '127.0.0.1');
  return {
    app,
    clock,
    store,
    url: await app.getUrl(),
    get: (token) => app.get(token as Type, { strict: false }),
    settle: () => app.get(OutboxRelay).settle(),
    close: async () => {
      await app.close();
      await store.remove();
    },
  };
}
