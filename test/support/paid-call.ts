import { SessionRuntime } from '../../src/modules/sessions/application/session-runtime.js';
import { SchedulingFacade } from '../../src/modules/scheduling/index.js';
import type { TestApp } from './test-app.js';
import { GOOD_CARD, idempotencyKey, type Somebody } from './world.js';

/** A call by help-now between two people, with what the media server and both browsers would say of it. */
export class PaidCall {
  private static beats = 0;

  private constructor(
    private readonly test: TestApp,
    readonly sessionId: string,
    private readonly people: readonly [learner: Somebody, expert: Somebody],
  ) {}

  /** The learner asks, the expert accepts. */
  static async start(
    test: TestApp,
    learner: Somebody,
    expert: Somebody & { readonly listingId: string },
    payment: object | null = GOOD_CARD,
  ): Promise<PaidCall> {
    await expert.http.put('/api/v1/studio/presence').send({ free: true }).expect(200);
    await test.get(SchedulingFacade).heartbeat(expert.id);
    await test.settle();
    const body = {
      listingId: expert.listingId,
      problem: 'It is flat',
      ceilingMinutes: 15,
      language: 'en',
      payment,
    };
    const asked = await learner.http
      .post('/api/v1/help-requests')
      .set(idempotencyKey())
      .send(body)
      .expect(201);
    await test.settle();
    const today = await expert.http.get('/api/v1/studio/today').expect(200);
    await expert.http
      .post(`/api/v1/rings/${(today.body as { ring: { id: string } }).ring.id}/accept`)
      .expect(200);
    await test.settle();
    const accepted = await learner.http
      .get(`/api/v1/help-requests/${(asked.body as { id: string }).id}`)
      .expect(200);
    const { sessionId } = accepted.body as { sessionId: string };
    return new PaidCall(test, sessionId, [learner, expert]);
  }

  async bothCome(): Promise<void> {
    const atMs = this.nowMs();
    for (const { id } of this.people) {
      await this.runtime().witness(this.sessionId, id, {
        source: 'media',
        kind: 'connected',
        atMs,
      });
      await this.beat(id);
    }
  }

  async leaves({ id }: Somebody): Promise<void> {
    const gone = { source: 'media', kind: 'disconnected', atMs: this.nowMs() } as const;
    await this.runtime().witness(this.sessionId, id, gone);
  }

  /** Both stay for so long, their browsers alive. */
  async stay(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 10) {
      this.test.clock.advance({ seconds: Math.min(10, seconds - passed) });
      for (const { id } of this.people) await this.beat(id);
      await this.runtime().tick();
    }
  }

  async end(): Promise<void> {
    const [learner] = this.people;
    await learner.http.post(`/api/v1/sessions/${this.sessionId}/end`).expect(200);
    await this.test.settle();
  }

  async receipt<T>(): Promise<T> {
    const [learner] = this.people;
    const path = `/api/v1/sessions/${this.sessionId}/receipt`;
    return (await learner.http.get(path).expect(200)).body as T;
  }

  private beat(personId: string): Promise<void> {
    const seq = (PaidCall.beats += 1);
    const beat = { source: 'heartbeat', seq, atMs: this.nowMs() } as const;
    return this.runtime().witness(this.sessionId, personId, beat);
  }

  private runtime(): SessionRuntime {
    return this.test.get(SessionRuntime);
  }

  private nowMs(): number {
    return this.test.clock.now().epochMilliseconds;
  }
}
