import { type AttendanceNote, comingsAndGoings } from './comings-and-goings.js';

const note = (atMs: number, isConnected: boolean, change: Partial<AttendanceNote> = {}) =>
  ({ personId: 'a', source: 'media', isConnected, atMs, ...change }) as const;

describe('comingsAndGoings', () => {
  it('counts once what two sources say, and nothing that a browser says of itself', () => {
    expect(
      comingsAndGoings([
        note(0, true, { source: 'heartbeat' }),
        note(1, true),
        note(2, true, { source: 'poll' }),
        note(3, true, { personId: 'b' }),
        note(4, false, { source: 'poll' }),
        note(5, false),
        note(6, true),
      ]),
    ).toEqual([
      { personId: 'a', hasCome: true, atMs: 1 },
      { personId: 'b', hasCome: true, atMs: 3 },
      { personId: 'a', hasCome: false, atMs: 4 },
      { personId: 'a', hasCome: true, atMs: 6 },
    ]);
  });

  it('does not let somebody go who never came', () => {
    expect(comingsAndGoings([note(1, false)])).toEqual([]);
  });
});
