import type { RoomStats } from '../core/room-connector';
import { countOf, qualityBetween } from './line-quality';

const quiet: RoomStats = {
  roundTripMs: 40,
  uplinkLossPercent: 0,
  availableBps: null,
  bytesSent: 0,
  remote: [],
};
const count = (received: number, lost: number) => ({ received, lost });

describe('qualityBetween', () => {
  it('looks at what was lost lately, not at the whole hour', () => {
    expect(qualityBetween(count(1000, 500), count(1100, 500), quiet)).toBe('good');
    expect(qualityBetween(count(1000, 0), count(1090, 10), quiet)).toBe('poor');
    expect(qualityBetween(count(1000, 0), count(1095, 5), quiet)).toBe('fair');
  });

  it('takes a connection that counts from zero again for no loss', () => {
    expect(qualityBetween(count(1000, 50), count(10, 0), quiet)).toBe('good');
  });

  it('counts what the other side misses, and slowness, as well', () => {
    expect(qualityBetween(count(0, 0), count(100, 0), { ...quiet, uplinkLossPercent: 12 })).toBe(
      'poor',
    );
    expect(qualityBetween(count(0, 0), count(100, 0), { ...quiet, roundTripMs: 500 })).toBe('fair');
  });
});

describe('countOf', () => {
  it('adds up every track and ignores negative counts of a browser', () => {
    const track = { packetsReceived: 10, packetsLost: -1 } as RoomStats['remote'][number];
    expect(countOf({ ...quiet, remote: [track, { ...track, packetsLost: 2 }] })).toEqual({
      received: 20,
      lost: 2,
    });
  });
});
