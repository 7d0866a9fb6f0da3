import { milestoneBetween, type RoomNow } from './milestones';

const ROOM: RoomNow = {
  isOtherHere: true,
  isMuted: false,
  isRunning: true,
  remainingSeconds: 600,
  isPaused: false,
  proposal: null,
};

describe('milestoneBetween', () => {
  it('tells that the other has come, once', () => {
    const alone = { ...ROOM, isOtherHere: false };
    expect(milestoneBetween(alone, ROOM)).toBe('joined');
    expect(milestoneBetween(ROOM, ROOM)).toBeNull();
  });

  it('tells both ways of the microphone', () => {
    const muted = { ...ROOM, isMuted: true };
    expect(milestoneBetween(ROOM, muted)).toBe('muted');
    expect(milestoneBetween(muted, ROOM)).toBe('unmuted');
  });

  it('tells that the ceiling is near when it comes near, not at every second after', () => {
    const near = { ...ROOM, remainingSeconds: 300 };
    expect(milestoneBetween({ ...ROOM, remainingSeconds: 301 }, near)).toBe('ceiling');
    expect(milestoneBetween(near, { ...ROOM, remainingSeconds: 299 })).toBeNull();
  });

  it('says nothing of the ceiling while the meter stands still', () => {
    const still = { ...ROOM, isRunning: false, remainingSeconds: 100 };
    expect(milestoneBetween({ ...still, remainingSeconds: 200 }, still)).toBeNull();
  });

  it('tells of a pause, of more time that is asked for and that it was granted', () => {
    const paused = { ...ROOM, isPaused: true };
    expect(milestoneBetween(ROOM, paused)).toBe('paused');
    expect(milestoneBetween(paused, ROOM)).toBe('goesOn');
    const asked = { ...ROOM, proposal: 'asked' as const };
    expect(milestoneBetween(ROOM, asked)).toBe('moreAsked');
    expect(milestoneBetween(asked, { ...ROOM, proposal: 'granted' })).toBe('moreGranted');
    expect(milestoneBetween(asked, ROOM)).toBeNull();
  });
});
