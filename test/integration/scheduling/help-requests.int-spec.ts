import { randomUUID } from 'node:crypto';
import {
  HelpRequestOpenError,
  LearnerBusyError,
  OwnListingError,
  RingOverError,
  WrongStateError,
} from '../../../src/modules/scheduling/index.js';
import { Ringing } from '../../../src/modules/scheduling/application/ringing.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

describe.each(STORES)('help requests on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const read = (request: {
    id: string;
    learnerId: string;
  }): ReturnType<SchedulingWorld['scheduling']['helpRequest']> =>
    world.scheduling.helpRequest(request.id, request.learnerId);

  it('rings nobody before the payment is authorised', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const asked = await world.ask([expertId]);
    expect(asked).toMatchObject({ state: 'authorising', ring: null, triedExperts: 0 });
    await world.settle();
    expect(await world.scheduling.ringFor(expertId)).toBeNull();
    expect(await world.stateOf(expertId)).toBe('free_now');
  });

  it('rings the first for a minute, with what they need to decide, and makes them busy', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    expect(request).toMatchObject({ state: 'ringing', triedExperts: 1, ring: { expertId: first } });
    expect(await world.scheduling.ringFor(first)).toMatchObject({
      helpRequestId: request.id,
      learnerId: request.learnerId,
      problem: 'my sourdough does not rise',
      ceilingMinutes: 30,
      startedAt: NOW,
      endsAt: '2026-11-23T08:01:00Z',
      offer: { netEarnings: { amountMinor: '800', currency: 'EUR' } },
    });
    expect([await world.stateOf(first), await world.stateOf(second)]).toEqual(['busy', 'free_now']);
    expect(await world.scheduling.ringFor(second)).toBeNull();
  });

  it('gives the learner the expert who accepts, for the ceiling and a goodbye', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const request = await world.ring([expertId]);
    world.test.clock.advance({ seconds: 12 });
    const answer = await world.scheduling.accept(await world.ringAt(expertId), expertId);
    expect(await read(request)).toMatchObject({
      state: 'accepted',
      appointmentId: answer.appointmentId,
      ring: { expertId, state: 'accepted' },
    });
    expect(await world.scheduling.appointment(answer.appointmentId)).toMatchObject({
      kind: 'help_request',
      sourceId: request.id,
      state: 'kept',
      expertId,
      learnerId: request.learnerId,
      ceilingMinutes: 30,
      startsAt: NOW,
      endsAt: '2026-11-23T08:32:00Z',
    });
    await world.wait({ minutes: 5 });
    expect(await world.stateOf(expertId)).toBe('busy');
    expect(await world.told(request.id)).toEqual([
      'help-request.ringing',
      'ring.started',
      'ring.ended',
      'help-request.accepted',
    ]);
  });

  it('frees the expert when the appointment ends, however early', async () => {
    const expertId = world.newId();
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    const request = await world.ring([expertId]);
    const { appointmentId } = await world.scheduling.accept(await world.ringAt(expertId), expertId);
    world.test.clock.advance({ minutes: 3 });
    await world.scheduling.endAppointment(appointmentId);
    await world.scheduling.endAppointment(appointmentId);
    expect(await world.stateOf(expertId)).toBe('free_now');
    expect((await world.ring([expertId], { learnerId: request.learnerId })).state).toBe('ringing');
  });

  it('accepts in the last instant and not in the one after', async () => {
    const [prompt = '', late = ''] = await world.freeExperts(2);
    await world.ring([prompt]);
    await world.ring([late]);
    world.test.clock.set('2026-11-23T08:00:59.999Z');
    await world.scheduling.accept(await world.ringAt(prompt), prompt);
    const ringId = await world.ringAt(late);
    world.test.clock.set('2026-11-23T08:01:00Z');
    await expect(world.scheduling.accept(ringId, late)).rejects.toThrow(RingOverError);
  });

  it('tells both devices of one expert the same when both accept', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    await world.ring([expertId]);
    const ringId = await world.ringAt(expertId);
    const answers = await Promise.all([
      world.scheduling.accept(ringId, expertId),
      world.scheduling.accept(ringId, expertId),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await world.scheduling.accept(ringId, expertId)).toEqual(answers[0]);
  });

  it('rings the next when one declines, and frees the one who did', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    const ringId = await world.ringAt(first);
    await world.scheduling.decline(ringId, first);
    await world.scheduling.decline(ringId, first);
    expect(await read(request)).toMatchObject({ triedExperts: 2, ring: { expertId: second } });
    expect(await world.stateOf(first)).toBe('free_now');
    await expect(world.scheduling.accept(ringId, first)).rejects.toThrow(RingOverError);
  });

  it('rings the next when nobody answers, and stops showing the one who did not as free', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    world.test.clock.advance({ seconds: 30 });
    await world.scheduling.heartbeat(first);
    await world.scheduling.heartbeat(second);
    await world.wait({ seconds: 30 });
    expect(await read(request)).toMatchObject({ triedExperts: 2, ring: { expertId: second } });
    expect(await world.scheduling.ownPresence(first)).toMatchObject({
      wantsFree: false,
      state: 'away',
    });
  });

  it('passes over whoever is not free any more', async () => {
    const [gone = '', booked = '', free = ''] = await world.freeExperts(3);
    await world.scheduling.setFree(gone, false);
    await world.ring([booked]);
    const request = await world.ring([gone, booked, world.newId(), free]);
    expect(request).toMatchObject({ triedExperts: 1, ring: { expertId: free } });
  });

  it('ends unanswered when everybody was asked, and lets the learner ask again', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    await world.scheduling.decline(await world.ringAt(first), first);
    await world.scheduling.decline(await world.ringAt(second), second);
    expect(await read(request)).toMatchObject({ state: 'unanswered', ring: null, triedExperts: 2 });
    expect((await world.told(request.id)).at(-1)).toBe('help-request.unanswered');
    expect((await world.ask([first], { learnerId: request.learnerId })).state).toBe('authorising');
  });

  it('ends unanswered at once when nobody is free', async () => {
    expect(await world.ring([world.newId()])).toMatchObject({
      state: 'unanswered',
      triedExperts: 0,
    });
  });

  it('stops ringing when the learner withdraws, and nobody rings after that', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    const ringId = await world.ringAt(first);
    await world.scheduling.withdraw(request.id, request.learnerId);
    await world.scheduling.withdraw(request.id, request.learnerId);
    expect(await world.scheduling.ringFor(first)).toBeNull();
    expect([await world.stateOf(first), await world.stateOf(second)]).toEqual([
      'free_now',
      'free_now',
    ]);
    await expect(world.scheduling.accept(ringId, first)).rejects.toThrow(RingOverError);
    await world.wait({ seconds: 90 });
    expect(await world.scheduling.ringFor(second)).toBeNull();
    expect(await read(request)).toMatchObject({ state: 'withdrawn', ring: null });
    expect((await world.told(request.id)).slice(-2)).toEqual([
      'ring.ended',
      'help-request.withdrawn',
    ]);
  });

  it('does not ring when the payment arrives after the learner has withdrawn', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const asked = await world.ask([expertId]);
    await world.scheduling.withdraw(asked.id, asked.learnerId);
    await expect(world.scheduling.paymentAuthorised(asked.id, world.newId())).rejects.toThrow(
      WrongStateError,
    );
    expect(await world.scheduling.ringFor(expertId)).toBeNull();
  });

  it('cannot be withdrawn once somebody accepted, nor by somebody else', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const request = await world.ring([expertId]);
    await expect(world.scheduling.withdraw(request.id, expertId)).rejects.toMatchObject({
      code: 'help_request.not_found',
    });
    await world.scheduling.accept(await world.ringAt(expertId), expertId);
    await expect(world.scheduling.withdraw(request.id, request.learnerId)).rejects.toThrow(
      WrongStateError,
    );
  });

  it('rings once when the payment is told twice', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const asked = await world.ask([first, second]);
    const paymentId = world.newId();
    await Promise.all([
      world.scheduling.paymentAuthorised(asked.id, paymentId),
      world.scheduling.paymentAuthorised(asked.id, paymentId),
    ]);
    await world.scheduling.paymentAuthorised(asked.id, paymentId);
    await world.settle();
    expect(await read(asked)).toMatchObject({ triedExperts: 1, ring: { expertId: first } });
    expect(await world.scheduling.ringFor(second)).toBeNull();
  });

  it('fails with the reason of the card, and lets the learner ask again', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const asked = await world.ask([expertId]);
    await world.scheduling.paymentFailed(asked.id, 'card_declined');
    await world.scheduling.paymentFailed(asked.id, 'card_declined');
    expect(await read(asked)).toMatchObject({ state: 'failed', failureCode: 'card_declined' });
    expect((await world.ring([expertId], { learnerId: asked.learnerId })).state).toBe('ringing');
  });

  it('gives up a request whose learner left at the card form', async () => {
    const asked = await world.ask([world.newId()]);
    await world.wait({ minutes: 15 });
    expect(await read(asked)).toMatchObject({
      state: 'failed',
      failureCode: 'scheduling.authorisation_timed_out',
    });
  });

  it('has one open request per learner, also when two are opened at once', async () => {
    const learnerId = world.newId();
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => world.ask([world.newId()], { learnerId })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(HelpRequestOpenError);
    expect((await world.scheduling.openHelpRequestOf(learnerId))?.state).toBe('authorising');
  });

  it('gives the same request for the same key', async () => {
    const call = { key: randomUUID(), learnerId: world.newId() };
    const [one, two] = await Promise.all([world.ask(['x'], call), world.ask(['x'], call)]);
    expect(two?.id).toBe(one?.id);
  });

  it('rings one of two learners at the same expert', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const requests = await Promise.all([1, 2, 3, 4].map(() => world.ring([expertId])));
    const states = requests.map((request) => request.state).sort();
    expect(states).toEqual(['ringing', 'unanswered', 'unanswered', 'unanswered']);
  });

  it('keeps the rung expert from being booked for that time', async () => {
    const expertId = await world.anExpert();
    world.test.clock.set('2026-11-23T09:40:00Z');
    await world.scheduling.setFree(expertId, true);
    await world.ring([expertId]);
    await expect(world.hold(expertId, '2026-11-23T10:00:00Z')).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
    });
  });

  it('shortens the call to what is left before the next booking, and does not ring for less than ten minutes', async () => {
    const expertId = await world.anExpert();
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    await world.book(expertId, '2026-11-23T10:00:00Z');
    world.test.clock.set('2026-11-23T09:35:30Z');
    const { id, learnerId } = await world.ring([expertId], { ceilingMinutes: 60 });
    expect(await world.scheduling.ringFor(expertId)).toMatchObject({ ceilingMinutes: 22 });
    await world.scheduling.withdraw(id, learnerId);
    world.test.clock.set('2026-11-23T09:48:30Z');
    expect((await world.ring([expertId])).state).toBe('unanswered');
  });

  it('refuses a learner who has an appointment in a moment, or who would ring at home', async () => {
    const expertId = await world.anExpert();
    const learnerId = world.newId();
    await world.book(expertId, '2026-11-23T10:00:00Z', { learnerId });
    world.test.clock.set('2026-11-23T09:55:00Z');
    await expect(world.ask([world.newId()], { learnerId })).rejects.toThrow(LearnerBusyError);
    await expect(world.ask([learnerId], { learnerId })).rejects.toThrow(OwnListingError);
  });

  it('shows a request to its learner, and a ring to its expert, only', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    const request = await world.ring([expertId]);
    const ringId = await world.ringAt(expertId);
    await expect(world.scheduling.helpRequest(request.id, expertId)).rejects.toMatchObject({
      code: 'help_request.not_found',
    });
    for (const name of ['ring', 'accept', 'decline'] as const)
      await expect(world.scheduling[name](ringId, world.newId())).rejects.toMatchObject({
        code: 'ring.not_found',
      });
  });

  it('rings the next also when the program dies right after one declined', async () => {
    const [first = '', second = ''] = await world.freeExperts(2);
    const request = await world.ring([first, second]);
    const ringing = world.test.get(Ringing);
    const ringNext = ringing.ringNext.bind(ringing);
    ringing.ringNext = () => Promise.reject(new Error('the program died here'));
    await expect(world.scheduling.decline(await world.ringAt(first), first)).rejects.toThrow(
      'died',
    );
    ringing.ringNext = ringNext;
    await world.wait({ seconds: 5 });
    expect(await read(request)).toMatchObject({ triedExperts: 2, ring: { expertId: second } });
  });

  it('counts for ops how often somebody who was shown as free did not answer', async () => {
    const expertId = world.newId();
    const ringOnce = async (answer: 'accept' | 'miss' | 'withdraw'): Promise<void> => {
      await world.scheduling.setFree(expertId, true);
      const { id, learnerId } = await world.ring([expertId]);
      if (answer === 'miss') return world.wait({ seconds: 60 });
      if (answer === 'withdraw') return world.scheduling.withdraw(id, learnerId);
      const ringId = await world.ringAt(expertId);
      const { appointmentId } = await world.scheduling.accept(ringId, expertId);
      await world.scheduling.endAppointment(appointmentId);
    };
    expect(await world.scheduling.ghostRateOf(expertId)).toBeNull();
    for (const answer of ['accept', 'miss', 'withdraw', 'accept'] as const) await ringOnce(answer);
    const rate = { expertId, rung: 3, missed: 1, missedPercent: 33 };
    expect(await world.scheduling.ghostRateOf(expertId)).toEqual(rate);
    const { items } = await world.scheduling.ghostRates({ offset: 0, limit: 200 });
    expect(items).toContainEqual(rate);
    const percents = items.map(({ missed }) => missed);
    expect(percents).toEqual([...percents].sort((a, b) => b - a));
    world.test.clock.advance({ hours: 31 * 24 });
    expect(await world.scheduling.ghostRateOf(expertId)).toBeNull();
  });

  it('measures how soon an expert answers, from ten rings on', async () => {
    const expertId = world.newId();
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    const odds = async (): Promise<unknown> =>
      (await world.scheduling.presenceOf([expertId])).get(expertId);
    for (let ring = 1; ring <= 10; ring += 1) {
      expect(await odds()).toMatchObject({ oddsSeconds: null, isNew: true });
      await world.ring([expertId]);
      world.test.clock.advance({ seconds: ring * 2 });
      const { appointmentId } = await world.scheduling.accept(
        await world.ringAt(expertId),
        expertId,
      );
      await world.scheduling.endAppointment(appointmentId);
    }
    expect(await odds()).toMatchObject({ oddsSeconds: 11, isNew: false });
  });
});
