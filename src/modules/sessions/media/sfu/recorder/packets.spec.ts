import fc from 'fast-check';
import { payloadsOfFrame } from '../vp8.js';
import type { MediaPacket } from '../uplink.js';
import { PacketOrder, type OrderedPacket } from './packet-order.js';
import { PictureJoiner, type JoinedPicture } from './picture-joiner.js';
import { momentOf, type StreamTime } from './stream-time.js';

const packet = (sequenceNumber: number, change: Partial<MediaPacket> = {}): MediaPacket => ({
  sequenceNumber: sequenceNumber & 0xffff,
  timestamp: 0,
  marker: false,
  payload: Buffer.from([1]),
  ...change,
});

describe('PacketOrder', () => {
  const orderOf = (numbers: readonly number[], stepMs = 1): OrderedPacket[] => {
    const out: OrderedPacket[] = [];
    const order = new PacketOrder((ordered) => out.push(ordered));
    numbers.forEach((number, index) => order.push(packet(number), index * stepMs));
    order.reset();
    return out;
  };
  const numbersOf = (out: readonly OrderedPacket[]): number[] =>
    out.map((one) => one.packet.sequenceNumber);

  it('puts what came late in its place and passes over doubles', () => {
    expect(numbersOf(orderOf([1, 3, 3, 2, 4, 2, 5]))).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives up what never comes after a while, and says so once', () => {
    const out = orderOf([1, 2, 4, 5, 6, 7], 200);
    expect(numbersOf(out)).toEqual([1, 2, 4, 5, 6, 7]);
    expect(
      out.filter(({ isAfterLoss }) => isAfterLoss).map((one) => one.packet.sequenceNumber),
    ).toEqual([4]);
  });

  it('goes on over the end of the numbers, whatever way packets are shuffled nearby', () => {
    const starts = fc.integer({ min: 0, max: 0xffff });
    const swaps = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(starts, swaps, (start, swap) => {
        const sent = swap.map((_, index) => (start + index) & 0xffff);
        const arrived = [...sent];
        // The first one is where the stream is joined.
        for (let at = 1; at + 1 < arrived.length; at += 2)
          if (swap[at]) [arrived[at], arrived[at + 1]] = [arrived[at + 1]!, arrived[at]!];
        expect(numbersOf(orderOf(arrived))).toEqual(sent);
      }),
    );
  });
});

describe('PictureJoiner', () => {
  const key = Buffer.concat([
    Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00]),
    Buffer.alloc(2_500, 7),
  ]);
  const inter = Buffer.concat([Buffer.from([0x11]), Buffer.alloc(1_500, 9)]);
  const packetsOf = (frame: Buffer, timestamp: number): MediaPacket[] => {
    const payloads = payloadsOfFrame(frame, timestamp);
    return payloads.map((payload, index) =>
      packet(0, { payload, timestamp, marker: index === payloads.length - 1 }),
    );
  };
  const join = (packets: readonly MediaPacket[], lostBefore: number[] = []) => {
    const pictures: JoinedPicture[] = [];
    let wanted = 0;
    const joiner = new PictureJoiner(
      (picture) => pictures.push(picture),
      () => (wanted += 1),
    );
    packets.forEach((one, index) =>
      joiner.take({ packet: one, arrivedMs: 0, isAfterLoss: lostBefore.includes(index) }),
    );
    return { pictures, wanted, broken: joiner.brokenCount };
  };

  it('gives back the very bytes of each picture, with the size of key pictures', () => {
    const { pictures } = join([...packetsOf(key, 1), ...packetsOf(inter, 2)]);
    expect(pictures.map(({ data }) => data)).toEqual([key, inter]);
    expect(pictures.map(({ size }) => size)).toEqual([{ width: 320, height: 180 }, null]);
  });

  it('begins with a key picture, and asks for one', () => {
    const { pictures, wanted } = join([...packetsOf(inter, 1), ...packetsOf(key, 2)]);
    expect(pictures.map(({ timestamp }) => timestamp)).toEqual([2]);
    expect(wanted).toBe(1);
  });

  it('leaves out a picture with a hole and all that build on it, until the next key picture', () => {
    const [first, , ...rest] = packetsOf(key, 2);
    const packets = [
      ...packetsOf(key, 1),
      first!,
      ...rest,
      ...packetsOf(inter, 3),
      ...packetsOf(key, 4),
    ];
    const { pictures, broken } = join(packets, [4]);
    expect(pictures.map(({ timestamp }) => timestamp)).toEqual([1, 4]);
    expect(broken).toBe(1);
  });
});

describe('momentOf', () => {
  const RATE = 48_000;
  const run = (steps: readonly (readonly [timestamp: number, arrivedMs: number])[]): number[] => {
    let time: StreamTime | null = null;
    return steps.map(([timestamp, arrivedMs]) => {
      time = momentOf(time, timestamp >>> 0, arrivedMs, RATE);
      return Math.round(time.lastMs);
    });
  };

  it('follows the sender’s clock, not the unevenness of arrival, also over the end of its numbers', () => {
    const start = 0xffff_ffff - 960;
    expect(
      run([
        [start, 100],
        [start + 960, 190],
        [start + 1920, 121],
      ]),
    ).toEqual([100, 120, 140]);
  });

  it('begins anew where the stream was paused or replaced, and never goes back', () => {
    expect(
      run([
        [0, 0],
        [960, 20],
        [500_000, 5_000],
        [500_960, 5_020],
        [7, 5_040],
      ]),
    ).toEqual([0, 20, 5_000, 5_020, 5_040]);
  });
});
