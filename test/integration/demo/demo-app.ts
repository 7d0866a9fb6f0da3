import 'reflect-metadata';
import { Global, Module, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Temporal } from 'temporal-polyfill';
import { AppModule } from '../../../src/app.module.js';
import { AttendanceReplay } from '../../../src/demo/seed/attendance-replay.js';
import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { TravellingClock } from '../../../src/platform/clock.js';
import { createApp } from '../../../src/platform/http/create-app.js';
import { SharedPort } from '../../../src/platform/http/http-server.js';
import { createTestStore, type TestStore } from '../../support/test-store.js';

export interface Demo {
  readonly app: NestFastifyApplication;
  face<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** To go on with; it is left to its owner. */
  readonly store?: TestStore;
  /** Whether sessions of the past are lived through. */
  readonly hasPast?: boolean;
}

/** What the media server and the browser would have said, handed to the meter directly. */
class RuntimeReplay extends AttendanceReplay {
  private beats = 0;

  constructor(private readonly modules: ModuleRef) {
    super();
  }

  async replayAttendance(
    sessionId: string,
    personId: string,
    cameAt: Temporal.Instant,
  ): Promise<void> {
    const runtime = this.modules.get(SessionRuntime, { strict: false });
    const atMs = cameAt.epochMilliseconds;
    await runtime.witness(sessionId, personId, { source: 'media', kind: 'connected', atMs });
    await runtime.witness(sessionId, personId, {
      source: 'heartbeat',
      seq: (this.beats += 1),
      atMs,
    });
  }
}

@Global()
@Module({
  providers: [
    {
      provide: AttendanceReplay,
      inject: [ModuleRef],
      useFactory: (modules: ModuleRef) => new RuntimeReplay(modules),
    },
  ],
  exports: [AttendanceReplay],
})
class ReplayModule {}

/** The whole program as a demo, with a real clock. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const store = options.store ?? (await createTestStore('SQLite', { DEMO: '1' }));
  const program = AppModule.with(store.config, store.secrets, new TravellingClock());
  const replay: Type[] = options.hasPast ? [ReplayModule] : [];
  const root = { ...program, imports: [...replay, ...(program.imports ?? [])] };
  const app = await createApp(root, new SharedPort());
  const close = async (): Promise<void> => {
    await app.close();
    if (!options.store) await store.remove();
  };
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    app,
    face: <T>(token: abstract new (...args: never[]) => T): T =>
      app.get<T>(token, { strict: false }),
    close,
  };
}
