import { randomUUID } from 'node:crypto';
import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { SessionsFacade } from '../../../src/modules/sessions/index.js';
import { money } from '../../../src/shared/money.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';

describe.each(STORES)('a line below the quality floor on %s', (store) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ store });
  }, 60_000);
  afterAll(() => test.close());

  it('is not paid for from when it began, and says so in the log that the receipt shows', async () => {
    const learnerId = randomUUID();
    const expertId = randomUUID();
    const facade = test.get(SessionsFacade);
    const runtime = test.get(SessionRuntime);
    const now = test.clock.now();
    const { id } = await facade.open({
      sourceKind: 'help_request',
      sourceId: randomUUID(),
      appointmentId: randomUUID(),
      listingId: randomUUID(),
      listingTitle: 'Rescue your sourdough',
      problem: '',
      learnerId,
      expertId,
      terms: { model: 'per_minute', unit: money(120n, 'EUR'), freeMinutes: 0 },
      ceilingMinutes: 15,
      ceiling: money(1800n, 'EUR'),
      paymentId: null,
      expertIsGenerated: false,
      opensAt: now,
      waitUntil: now.add({ minutes: 10 }),
    });
    const nowMs = (): number => test.clock.now().epochMilliseconds;
    let seq = 0;
    const beat = async (): Promise<void> => {
      seq += 1;
      for (const personId of [learnerId, expertId])
        await runtime.witness(id, personId, { source: 'heartbeat', seq, atMs: nowMs() });
    };
    const measure = async (audioLossPercent: number): Promise<void> => {
      test.clock.advance({ seconds: 5 });
      await beat();
      await runtime.hear({
        kind: 'quality',
        roomId: id,
        participantId: expertId,
        audioLossPercent,
        atMs: nowMs(),
      });
    };
    for (const participantId of [learnerId, expertId])
      await runtime.hear({ kind: 'connected', roomId: id, participantId, atMs: nowMs() });
    await beat();

    for (const loss of [0, 0, 35, 60, 80, 0]) await measure(loss);

    const { meter, state } = await facade.session(id, learnerId);
    expect([state, meter.running]).toEqual(['live', true]);
    expect([meter.billedSeconds, meter.poorSeconds]).toEqual([10, 20]);
    const { entries, isWhole } = await facade.meterLog(id, learnerId);
    expect(isWhole).toBe(true);
    expect(entries.map(({ kind, reason }) => `${kind} ${reason}`).slice(1)).toEqual([
      'started both_present',
      'stopped line_poor',
      'started both_present',
    ]);
  });
});
