import {
  ExpertFreeError,
  OwnListingError,
  type WaitingPlaceView,
} from '../../../src/modules/scheduling/index.js';
import { restartTestApp } from '../../support/test-app.js';
import { STORES } from '../../support/test-store.js';
import { NOW, SchedulingWorld } from './scheduling-world.js';

describe.each(STORES)('the line of an expert on %s', (store) => {
  let world: SchedulingWorld;
  beforeAll(async () => {
    world = await SchedulingWorld.start(store);
  });
  beforeEach(() => world.test.clock.set(NOW));
  afterAll(() => world.test.close());

  /** An expert in a call of half an hour that began just now. */
  const busyExpert = async (): Promise<{ expertId: string; appointmentId: string }> => {
    const expertId = world.newId();
    await world.scheduling.setFree(expertId, true, { answersByItself: true });
    await world.ring([expertId]);
    const ringId = await world.ringAt(expertId);
    const { appointmentId } = await world.scheduling.accept(ringId, expertId);
    await world.settle();
    return { expertId, appointmentId };
  };
  const join = (expertId: string, learnerId = world.newId()): Promise<Place> =>
    world.scheduling
      .waitInLine({ expertId, learnerId, listingId: 'listing' })
      .then((place) => ({ ...place, learnerId }));
  const read = ({ id, learnerId }: Place): Promise<WaitingPlaceView> =>
    world.scheduling.waitingPlace(id, learnerId);
  const statesOf = (places: readonly Place[]): Promise<string[]> =>
    Promise.all(places.map(async (place) => (await read(place)).state));
  const endCall = async (appointmentId: string): Promise<void> => {
    await world.scheduling.endAppointment(appointmentId);
    await world.settle();
  };
  type Place = WaitingPlaceView & { readonly learnerId: string };

  it('gives places in the order in which people came, one each', async () => {
    const { expertId } = await busyExpert();
    const first = await join(expertId);
    const second = await join(expertId);
    expect([first.place, second.place]).toEqual([1, 2]);
    expect((await join(expertId, first.learnerId)).id).toBe(first.id);
    const twice = await Promise.all([1, 2, 3].map(() => join(expertId, 'somebody')));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
  });

  it('says at most the ceiling of the running call, and nothing to those behind the first', async () => {
    const { expertId } = await busyExpert();
    world.test.clock.advance({ minutes: 10 });
    const first = await join(expertId);
    const second = await join(expertId);
    expect(first.estimate).toEqual({ minutes: 22, isAtMost: true });
    expect(second.estimate).toBeNull();
  });

  it('calls the first when the call ends, and the next when nobody asks in time', async () => {
    const { expertId, appointmentId } = await busyExpert();
    const places = [await join(expertId), await join(expertId)];
    await endCall(appointmentId);
    expect(await statesOf(places)).toEqual(['called', 'waiting']);
    expect(await world.told(places[0]?.id ?? '')).toEqual(['place.changed']);
    await world.wait({ minutes: 3 });
    expect(await statesOf(places)).toEqual(['lost', 'called']);
  });

  it('keeps the place of the called one when somebody else was faster', async () => {
    const { expertId, appointmentId } = await busyExpert();
    const places = [await join(expertId), await join(expertId)];
    await endCall(appointmentId);
    const stranger = await world.ring([expertId]);
    await world.settle();
    expect(await statesOf(places)).toEqual(['waiting', 'waiting']);
    await world.scheduling.withdraw(stranger.id, stranger.learnerId);
    await world.settle();
    expect(await statesOf(places)).toEqual(['called', 'waiting']);
  });

  it('keeps the turn of somebody who is at the card form when it would end', async () => {
    const { expertId, appointmentId } = await busyExpert();
    const place = await join(expertId);
    await endCall(appointmentId);
    await world.ask([expertId], { learnerId: place.learnerId });
    await world.wait({ minutes: 3 });
    expect((await read(place)).state).toBe('called');
  });

  it('has served whoever was accepted, and takes them out of every other line', async () => {
    const one = await busyExpert();
    const other = await busyExpert();
    const place = await join(one.expertId);
    const elsewhere = await join(other.expertId, place.learnerId);
    await endCall(one.appointmentId);
    await world.ring([one.expertId], { learnerId: place.learnerId });
    await world.scheduling.accept(await world.ringAt(one.expertId), one.expertId);
    await world.settle();
    expect(await statesOf([place, elsewhere])).toEqual(['served', 'left']);
  });

  it('lets somebody leave with one call, also during their turn, and calls the next', async () => {
    const { expertId, appointmentId } = await busyExpert();
    const places = [await join(expertId), await join(expertId)];
    const [first] = places;
    await endCall(appointmentId);
    if (first) await world.scheduling.leaveLine(first.id, first.learnerId);
    if (first) await world.scheduling.leaveLine(first.id, first.learnerId);
    await world.settle();
    expect(await statesOf(places)).toEqual(['left', 'called']);
    await expect(join(expertId, first?.learnerId)).rejects.toThrow(ExpertFreeError);
  });

  it('keeps the place while the expert is away, and calls when they are back', async () => {
    const expertId = world.newId();
    const place = await join(expertId);
    expect(place).toMatchObject({ state: 'waiting', estimate: null });
    await world.scheduling.setFree(expertId, true);
    await world.settle();
    expect((await read(place)).state).toBe('called');
    await world.scheduling.setFree(expertId, false);
    await world.settle();
    expect((await read(place)).state).toBe('waiting');
  });

  it('gives a place up after four hours', async () => {
    const place = await join(world.newId());
    await world.wait({ hours: 4 });
    expect((await read(place)).state).toBe('lost');
  });

  it('is of no use at an expert who is free, at home, or to strangers', async () => {
    const [expertId = ''] = await world.freeExperts(1);
    await expect(join(expertId)).rejects.toThrow(ExpertFreeError);
    await expect(join(expertId, expertId)).rejects.toThrow(OwnListingError);
    const place = await join(world.newId());
    await expect(world.scheduling.leaveLine(place.id, 'stranger')).rejects.toMatchObject({
      code: 'waiting_place.not_found',
    });
  });

  it('calls one when two things free the expert at the same time', async () => {
    const { expertId, appointmentId } = await busyExpert();
    const places = [await join(expertId), await join(expertId), await join(expertId)];
    await Promise.all([
      world.scheduling.endAppointment(appointmentId),
      world.scheduling.setFree(expertId, true),
      world.scheduling.heartbeat(expertId),
    ]);
    await world.settle();
    expect((await statesOf(places)).sort()).toEqual(['called', 'waiting', 'waiting']);
  });
});

describe('the line of an expert across a restart', () => {
  it('keeps its order, and whose turn it is ends in time', async () => {
    const before = await SchedulingWorld.start('SQLite');
    const expertId = before.newId();
    const listingId = 'listing';
    const [lea, leo] = [before.newId(), before.newId()];
    const first = await before.scheduling.waitInLine({ expertId, learnerId: lea, listingId });
    const second = await before.scheduling.waitInLine({ expertId, learnerId: leo, listingId });
    await before.scheduling.setFree(expertId, true, { answersByItself: true });
    await before.settle();
    const after = SchedulingWorld.of(await restartTestApp(before.test));
    expect((await after.scheduling.waitingPlace(first.id, lea)).state).toBe('called');
    await after.wait({ minutes: 3 });
    expect((await after.scheduling.waitingPlace(first.id, lea)).state).toBe('lost');
    expect((await after.scheduling.waitingPlace(second.id, leo)).state).toBe('called');
    await after.test.close();
  });
});
