import { Outbox, NoTransactionError } from '../../../src/platform/outbox/outbox.js';
import { DeadLetters } from '../../../src/platform/outbox/dead-letters.js';
import { HandlerRegistry } from '../../../src/platform/outbox/handler-registry.js';
import { HandledEventRecord, OutboxRecord } from '../../../src/platform/outbox/outbox.record.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { OutboxSweep } from '../../../src/platform/outbox/outbox-sweep.js';
import type { DomainEvent, News } from '../../../src/shared/domain-event.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

const ATTEMPTS = 12;
const MORE_THAN_A_BATCH = 120;

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
  const event = (name: string, note: string, aggregateId = 'one'): News => ({
    name,
    aggregateId,
    data: { note },
  });
  const publish = (told: News): Promise<void> =>
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

  /** Fails until it is given up; the pauses between two attempts are five minutes at most. */
  const failUntilGivenUp = async (): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await test.settle();
      test.clock.advance({ minutes: 5 });
    }
    failures = 0;
  };

  it('gives up after half an hour of failures, holds back what comes after it, and goes on when told to', async () => {
    listen('test.thing.given-up', 'given-up.on-test');
    failures = Infinity;
    await publish(event('test.thing.given-up', 'first', 'stuck'));
    await publish(event('test.thing.given-up', 'second', 'stuck'));
    await failUntilGivenUp();
    const [letter] = (await test.get(DeadLetters).list({ offset: 0, limit: 10 })).items;
    expect(letter).toMatchObject({ name: 'test.thing.given-up', attempts: ATTEMPTS, heldBack: 1 });
    expect(letter?.lastError).toContain('not yet');
    await test.settle();
    expect(seen).toEqual([]);
    await test.get(DeadLetters).retry(letter?.id ?? '');
    await test.settle();
    expect(seen).toEqual(['first', 'second']);
  });

  it('goes on behind what is let go', async () => {
    listen('test.thing.let-go', 'let-go.on-test');
    failures = Infinity;
    await publish(event('test.thing.let-go', 'first', 'hopeless'));
    await publish(event('test.thing.let-go', 'second', 'hopeless'));
    await failUntilGivenUp();
    const [letter] = (await test.get(DeadLetters).list({ offset: 0, limit: 10 })).items;
    await test.get(DeadLetters).letGo(letter?.id ?? '');
    await test.settle();
    expect(seen).toEqual(['second']);
    await expect(test.get(DeadLetters).letGo(letter?.id ?? '')).rejects.toThrow('not exist');
  });

  it('works off the other lanes however much waits behind one that is stuck', async () => {
    listen('test.thing.many', 'many.on-test');
    failures = Infinity;
    await publish(event('test.thing.many', 'poison', 'full'));
    for (let number = 0; number < MORE_THAN_A_BATCH; number += 1)
      await publish(event('test.thing.many', 'behind', 'full'));
    await failUntilGivenUp();
    await publish(event('test.thing.many', 'elsewhere', 'free'));
    await test.settle();
    expect(seen).toEqual(['elsewhere']);
  });

  const idOf = async (lane: string): Promise<string> =>
    (await test.get(UnitOfWork).manager.findOneByOrFail(OutboxRecord, { lane })).id;

  it('forgets what was done a month ago, and nothing that waits', async () => {
    listen('test.thing.old', 'old.on-test');
    await publish(event('test.thing.old', 'old', 'old'));
    await test.settle();
    const old = await idOf('old');
    const stuck = await test.get(UnitOfWork).manager.countBy(OutboxRecord, { lane: 'full' });
    test.clock.advance({ hours: 31 * 24 });
    await publish(event('test.thing.old', 'young', 'young'));
    await test.settle();
    const young = await idOf('young');
    await test.get(OutboxSweep).run();
    const left = (id: string): Promise<number[]> =>
      Promise.all([
        test.get(UnitOfWork).manager.countBy(OutboxRecord, { id }),
        test.get(UnitOfWork).manager.countBy(HandledEventRecord, { eventId: id }),
      ]);
    expect(await left(old)).toEqual([0, 0]);
    expect(await left(young)).toEqual([1, 1]);
    expect(await test.get(UnitOfWork).manager.countBy(OutboxRecord, { lane: 'full' })).toBe(stuck);
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
