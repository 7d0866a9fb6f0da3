import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

const ROUNDS = 15;

describe.each(STORES)('answers that cross on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  it('accepts or withdraws, never both, and leaves nobody claimed after a withdrawal', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [expertId = ''] = await world.freeExperts(1);
      const request = await world.ring([expertId]);
      const ringId = await world.ringAt(expertId);
      const [accepted, withdrawn] = await Promise.allSettled([
        world.scheduling.accept(ringId, expertId),
        world.scheduling.withdraw(request.id, request.learnerId),
      ]);
      expect([accepted.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { state } = await world.scheduling.helpRequest(request.id, request.learnerId);
      expect(state).toBe(accepted.status === 'fulfilled' ? 'accepted' : 'withdrawn');
      expect(await world.stateOf(expertId)).toBe(state === 'accepted' ? 'busy' : 'free_now');
    }
  });

  it('accepts or declines, never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [expertId = '', next = ''] = await world.freeExperts(2);
      const request = await world.ring([expertId, next]);
      const ringId = await world.ringAt(expertId);
      const [accepted, declined] = await Promise.allSettled([
        world.scheduling.accept(ringId, expertId),
        world.scheduling.decline(ringId, expertId),
      ]);
      expect([accepted.status, declined.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { ring } = await world.scheduling.helpRequest(request.id, request.learnerId);
      expect(ring?.expertId).toBe(accepted.status === 'fulfilled' ? expertId : next);
    }
  });
});
