import { canBecome, NEXT_ROOM_STATES, type RoomState } from './room-state';

const STATES = Object.keys(NEXT_ROOM_STATES) as RoomState[];

describe('room states', () => {
  it('can all be reached from idle', () => {
    const reached = new Set<RoomState>(['idle']);
    for (const state of reached) for (const next of NEXT_ROOM_STATES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it.each(STATES.filter((state) => state !== 'left'))('lets a person leave while %s', (state) => {
    expect(canBecome(state, 'left')).toBe(true);
  });

  it('never shows a lost connection as a first one', () => {
    expect(canBecome('connected', 'connecting')).toBe(false);
    expect(canBecome('reconnecting', 'connecting')).toBe(false);
  });
});
