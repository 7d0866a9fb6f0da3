import { Outbox, NoTransactionError } from '../../../src/platform/outbox/outbox.js';
import { HandlerRegistry } from '../../../src/platform/outbox/handler-registry.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Ids } from '../../../src/platform/ids.js';
import type { DomainEvent } from '../../../src/shared/domain-event.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

describe.each(STORES)('Outbox on %s', (store) => {
  let test: TestApp;
  let seen: string[];
  let failures: number;
  beforeAll(async () => {
    test = await startTestApp({ store });
  });
  beforeEach(() => {
    seen = [];
    failures = 0;
  });
  afterAll(() => test.close());

  const listen = (name: string, handler: string): void => {
    // Handlers are found at start; tests add theirs by hand under a name nobody else uses.
    const registry = test.get(HandlerRegistry) as unknown as {
      registerEvent(
        metadata: object,
        handle: (event: DomainEvent<string, { note: string }>) => Promise<void>,
      ): void;
    };
    registry.registerEvent({ eventName: name, handler }, (event) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('not yet'));
      }
      seen.push(event.data.note);
      return Promise.resolve();
    });
  };
  const event = (name: string, note: string, aggregateId = 'one'): DomainEvent => ({
    name,
    version: 1,
    eventId: test.get(Ids).next(),
    occurredAt: test.clock.now().toString(),
    aggregateId,
    data: { note },
  });
  const publish = (told: DomainEvent): Promise<void> =>
    test.get(UnitOfWork).run(() => test.get(Outbox).publish(told));

  it('refuses an event outside a transaction', async () => {
    await expect(test.get(Outbox).publish(event('test.thing.lost', 'x'))).rejects.toThrow(
      NoTransactionError,
    );
  });

  it('delivers nothing of a change that was rolled back', async () => {
    listen('test.thing.undone', 'undone.on-test');
    const failing = test.get(UnitOfWork).run(async () => {
      await test.get(Outbox).publish(event('test.thing.undone', 'never'));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await test.settle();
    expect(seen).toEqual([]);
  });

  it('delivers the events of one aggregate in order, also when the first one fails for a while', async () => {
    listen('test.thing.ordered', 'ordered.on-test');
    failures = 1;
    await publish(event('test.thing.ordered', 'first', 'lane'));
    await publish(event('test.thing.ordered', 'second', 'lane'));
    await test.settle();
    expect(seen).toEqual([]);
    test.clock.advance({ seconds: 5 });
    await test.settle();
    expect(seen).toEqual(['first', 'second']);
  });

  it('runs a job at its time, once, and a later job of the same key in its place', async () => {
    const registry = test.get(HandlerRegistry) as unknown as {
      registerJob(name: string, handle: (payload: { note: string }) => Promise<void>): void;
    };
    registry.registerJob('test.job', (payload) => Promise.resolve(void seen.push(payload.note)));
    const schedule = (note: string, seconds: number): Promise<void> =>
      test.get(UnitOfWork).run(() =>
        test.get(Outbox).schedule({
          name: 'test.job',
          key: 'test:one',
          dueAt: test.clock.now().add({ seconds }).toString(),
          payload: { note },
        }),
      );
    await schedule('early', 10);
    await schedule('late', 60);
    test.clock.advance({ seconds: 30 });
    await test.settle();
    expect(seen).toEqual([]);
    test.clock.advance({ seconds: 31 });
    await test.settle();
    await test.settle();
    expect(seen).toEqual(['late']);
  });
});
