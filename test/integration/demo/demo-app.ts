import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../src/app.module.js';
import { DemoModule } from '../../../src/demo/demo.module.js';
import { TravellingClock } from '../../../src/platform/clock.js';
import { createApp } from '../../../src/platform/http/create-app.js';
import { SharedPort } from '../../../src/platform/http/http-server.js';
import { createTestStore, type TestStore } from '../../support/test-store.js';

export interface Demo {
  readonly app: NestFastifyApplication;
  /** From an empty store to answering, in milliseconds. */
  readonly startMs: number;
  face<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

/** The whole program as a demo, with a real clock. @param given a store to go on with; it is left to its owner */
export async function startDemo(given?: TestStore): Promise<Demo> {
  const store = given ?? (await createTestStore('SQLite', { DEMO: '1' }));
  class DemoRoot {}
  const program = AppModule.with(store.config, store.secrets, new TravellingClock());
  Module({ imports: [program, DemoModule] })(DemoRoot);
  const app = await createApp(DemoRoot, new SharedPort(), null);
  const close = async (): Promise<void> => {
    await app.close();
    if (!given) await store.remove();
  };
  const begin = performance.now();
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    app,
    startMs: performance.now() - begin,
    face: <T>(token: abstract new (...args: never[]) => T): T =>
      app.get<T>(token, { strict: false }),
    close,
  };
}
