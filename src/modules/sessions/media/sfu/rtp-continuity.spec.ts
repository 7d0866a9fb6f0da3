import fc from 'fast-check';
import { afterSending, continueFrom, positionIn, type Continuity } from './rtp-continuity.js';

const CLOCK = 90_000;
const position = fc.record({
  sequenceNumber: fc.integer({ min: 0, max: 0xffff }),
  timestamp: fc.integer({ min: 0, max: 0xffff_ffff }),
});

function sendOne(
  stream: Continuity,
  at: { sequenceNumber: number; timestamp: number },
  ms: number,
) {
  const sent = positionIn(stream, at);
  return { sent, stream: afterSending(stream, sent, ms) };
}

describe('rtp continuity', () => {
  it('leaves the first source of a stream as it is', () => {
    const first = { sequenceNumber: 7, timestamp: 900 };
    expect(positionIn(continueFrom(null, first, 0, CLOCK), first)).toEqual(first);
  });

  it('follows the last packet by one number and by the time gone, whatever the new source counts', () => {
    fc.assert(
      fc.property(position, position, fc.integer({ min: 0, max: 60_000 }), (one, other, gapMs) => {
        const before = sendOne(continueFrom(null, one, 0, CLOCK), one, 0);
        const after = sendOne(continueFrom(before.stream, other, gapMs, CLOCK), other, gapMs);
        expect(after.sent).toEqual({
          sequenceNumber: (before.sent.sequenceNumber + 1) % 0x1_0000,
          timestamp: (before.sent.timestamp + Math.max(1, gapMs * 90)) % 0x1_0000_0000,
        });
      }),
    );
  });

  it('keeps the distances within one source, also for packets that come late', () => {
    fc.assert(
      fc.property(position, position, fc.integer({ min: -500, max: 500 }), (one, other, apart) => {
        const before = sendOne(continueFrom(null, one, 0, CLOCK), one, 0);
        const stream = continueFrom(before.stream, other, 20, CLOCK);
        const later = {
          sequenceNumber: (other.sequenceNumber + apart + 0x1_0000) % 0x1_0000,
          timestamp: other.timestamp,
        };
        const distance =
          positionIn(stream, later).sequenceNumber - positionIn(stream, other).sequenceNumber;
        expect((distance + 0x1_0000) % 0x1_0000).toBe((apart + 0x1_0000) % 0x1_0000);
      }),
    );
  });

  it('is not led back by a late packet', () => {
    const start = continueFrom(null, { sequenceNumber: 100, timestamp: 0 }, 0, CLOCK);
    const ahead = sendOne(start, { sequenceNumber: 105, timestamp: 500 }, 10).stream;
    const late = sendOne(ahead, { sequenceNumber: 101, timestamp: 100 }, 20).stream;
    expect(late).toEqual(ahead);
  });
});
