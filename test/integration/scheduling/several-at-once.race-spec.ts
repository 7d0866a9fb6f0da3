import {
  LearnerBusyError,
  RingOverError,
  SomebodyFasterError,
  type HelpRequestView,
} from '../../../src/modules/scheduling/index.js';
import { ClaimRecord } from '../../../src/modules/scheduling/persistence/appointment.record.js';
import { RingRecord } from '../../../src/modules/scheduling/persistence/help-request.record.js';
import { isUniqueViolation } from '../../../src/platform/database/errors.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const ROUNDS = 8;

describe.each(STORES)('several experts rung at the same time on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  const read = ({ id, learnerId }: HelpRequestView): Promise<HelpRequestView> =>
    world.scheduling.helpRequest(id, learnerId);
  const rungExperts = async (request: HelpRequestView): Promise<string[]> =>
    (await read(request)).rings.map(({ expertId }) => expertId).sort();
  const statesOf = (expertIds: readonly string[]): Promise<(string | undefined)[]> =>
    Promise.all(expertIds.map((id) => world.stateOf(id)));
  const claimsOf = (personId: string): Promise<ClaimRecord[]> =>
    world.test.get(UnitOfWork).manager.findBy(ClaimRecord, { personId });
  const ringAll = async (count: number): Promise<[HelpRequestView, string[]]> => {
    const experts = await world.freeExperts(count);
    return [await world.ring(experts, { atOnce: 3 }), experts];
  };

  it('rings the best three, and the next as soon as one declines', async () => {
    const [request, experts] = await ringAll(5);
    expect(await rungExperts(request)).toEqual(experts.slice(0, 3).sort());
    const [first = ''] = experts;
    await world.scheduling.decline(await world.ringAt(first), first);
    expect(await rungExperts(request)).toEqual(experts.slice(1, 4).sort());
    expect(await statesOf(experts)).toEqual(['free_now', 'busy', 'busy', 'busy', 'free_now']);
  });

  it('gives the learner the first who accepts, and frees the others at once', async () => {
    const [request, experts] = await ringAll(4);
    const [first = '', second = '', third = ''] = experts;
    const [secondRing, thirdRing] = [await world.ringAt(second), await world.ringAt(third)];
    await world.scheduling.accept(secondRing, second);
    expect(await read(request)).toMatchObject({ state: 'accepted', rings: [{ expertId: second }] });
    expect(await statesOf(experts)).toEqual(['free_now', 'busy', 'free_now', 'free_now']);
    expect(await world.scheduling.ringFor(first)).toBeNull();
    await expect(world.scheduling.accept(thirdRing, third)).rejects.toThrow(SomebodyFasterError);
    await expect(world.scheduling.decline(thirdRing, third)).rejects.toThrow(SomebodyFasterError);
    expect((await claimsOf(first)).length + (await claimsOf(third)).length).toBe(0);
  });

  it('has one winner when all accept in the same moment, and tells the others that somebody was faster', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [request, experts] = await ringAll(3);
      const rings = await Promise.all(experts.map((id) => world.ringAt(id)));
      const answers = await Promise.allSettled(
        experts.map((id, index) => world.scheduling.accept(rings[index] ?? '', id)),
      );
      const won = experts.filter((_, index) => answers[index]?.status === 'fulfilled');
      const refusals = answers.flatMap((answer) =>
        answer.status === 'rejected' ? [answer.reason as unknown] : [],
      );
      expect(won).toHaveLength(1);
      expect(refusals).toHaveLength(2);
      for (const refusal of refusals) expect(refusal).toBeInstanceOf(SomebodyFasterError);
      const { state, rings: accepted, appointmentId } = await read(request);
      expect({ state, by: accepted.map(({ expertId }) => expertId) }).toEqual({
        state: 'accepted',
        by: won,
      });
      const losers = experts.filter((id) => !won.includes(id));
      expect(await statesOf(losers)).toEqual(['free_now', 'free_now']);
      const kept = await claimsOf(request.learnerId);
      expect(new Set(kept.map((claim) => claim.appointmentId))).toEqual(new Set([appointmentId]));
    }
  });

  it('accepts or is withdrawn, never both, and holds nobody after a withdrawal', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [request, experts] = await ringAll(3);
      const [first = ''] = experts;
      const ringId = await world.ringAt(first);
      const [accepted, withdrawn] = await Promise.allSettled([
        world.scheduling.accept(ringId, first),
        world.scheduling.withdraw(request.id, request.learnerId),
      ]);
      expect([accepted.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (withdrawn.status === 'rejected') continue;
      expect(await statesOf(experts)).toEqual(['free_now', 'free_now', 'free_now']);
      expect(await claimsOf(request.learnerId)).toEqual([]);
    }
  });

  it('rings nobody after a withdrawal, also when it crosses the first rings', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const experts = await world.freeExperts(3);
      const asked = await world.ask(experts, { atOnce: 3 });
      await Promise.allSettled([
        world.scheduling.paymentAuthorised(asked.id, world.newId()),
        world.scheduling.withdraw(asked.id, asked.learnerId),
      ]);
      await world.settle();
      expect((await read(asked)).state).toBe('withdrawn');
      for (const id of experts) expect(await world.scheduling.ringFor(id)).toBeNull();
      expect(await statesOf(experts)).toEqual(['free_now', 'free_now', 'free_now']);
    }
  });

  it('goes on with the next when all decline in the same moment, and rings none twice', async () => {
    const [request, experts] = await ringAll(6);
    const firstThree = experts.slice(0, 3);
    const rings = await Promise.all(firstThree.map((id) => world.ringAt(id)));
    await Promise.all(
      firstThree.map((id, index) => world.scheduling.decline(rings[index] ?? '', id)),
    );
    await world.settle();
    expect(await rungExperts(request)).toEqual(experts.slice(3).sort());
    expect((await read(request)).triedExperts).toBe(6);
  });

  it('holds no expert twice when two learners ask the same ones', async () => {
    const experts = await world.freeExperts(3);
    const requests = await Promise.all([1, 2].map(() => world.ring(experts, { atOnce: 3 })));
    const rung = (await Promise.all(requests.map(rungExperts))).flat();
    expect(rung.length).toBeGreaterThan(0);
    expect(new Set(rung).size).toBe(rung.length);
  });

  it('accepts in the last instant while the others run out', async () => {
    const [request, experts] = await ringAll(3);
    const [first = ''] = experts;
    const ringId = await world.ringAt(first);
    world.test.clock.set('2026-11-23T08:00:59.999Z');
    await world.scheduling.accept(ringId, first);
    world.test.clock.set('2026-11-23T08:01:00Z');
    await world.settle();
    expect((await read(request)).state).toBe('accepted');
    for (const id of experts.slice(1))
      expect(await world.scheduling.ownPresence(id)).toMatchObject({ wantsFree: true });
  });

  it('ends when nobody answers: all are told, none is held, all who missed it are no longer shown', async () => {
    const [request, experts] = await ringAll(3);
    const rings = await Promise.all(experts.map((id) => world.ringAt(id)));
    await world.wait({ seconds: 60 });
    expect(await read(request)).toMatchObject({ state: 'unanswered', rings: [], triedExperts: 3 });
    expect(await statesOf(experts)).toEqual(['away', 'away', 'away']);
    expect(await claimsOf(request.learnerId)).toEqual([]);
    await expect(world.scheduling.accept(rings[0] ?? '', experts[0] ?? '')).rejects.toThrow(
      RingOverError,
    );
  });

  it('tells two devices of the winner the same, while another expert is told of being slower', async () => {
    const [, experts] = await ringAll(2);
    const [first = '', second = ''] = experts;
    const [firstRing, secondRing] = [await world.ringAt(first), await world.ringAt(second)];
    const [phone, laptop] = await Promise.all([
      world.scheduling.accept(firstRing, first),
      world.scheduling.accept(firstRing, first),
    ]);
    expect(phone).toEqual(laptop);
    await expect(world.scheduling.accept(secondRing, second)).rejects.toThrow(SomebodyFasterError);
  });

  it('keeps the learner from booking something else while experts are rung', async () => {
    const expertId = await world.anExpert();
    world.test.clock.set('2026-11-23T08:50:00Z');
    const [request] = await ringAll(3);
    await expect(
      world.hold(expertId, '2026-11-23T09:00:00Z', { learnerId: request.learnerId }),
    ).rejects.toThrow(LearnerBusyError);
    await world.scheduling.withdraw(request.id, request.learnerId);
    await world.hold(expertId, '2026-11-23T09:00:00Z', { learnerId: request.learnerId });
  });

  it('lets the store itself refuse a second accepted ring of one request', async () => {
    const [request, experts] = await ringAll(2);
    const [first = '', second = ''] = experts;
    const other = await world.ringAt(second);
    await world.scheduling.accept(await world.ringAt(first), first);
    const again = world.test
      .get(UnitOfWork)
      .manager.update(RingRecord, { id: other }, { acceptedRequestId: request.id });
    const isRefused = await again.then(() => false, isUniqueViolation);
    expect(isRefused).toBe(true);
  });
});
