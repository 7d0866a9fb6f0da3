import fc from 'fast-check';
import { payloadsOfFrame, startsKeyFrame } from './vp8.js';

const KEY = 0x10; // P bit clear
const DELTA = 0x11; // P bit set

describe('startsKeyFrame', () => {
  it.each([
    ['a plain descriptor', [0x10], true],
    ['a one-byte picture id', [0x90, 0x80, 0x05], true],
    ['a two-byte picture id', [0x90, 0x80, 0x81, 0x05], true],
    ['every optional field', [0x90, 0xf0, 0x81, 0x05, 0x01, 0x20], true],
    ['a packet in the middle of a frame', [0x80, 0x80, 0x05], false],
    ['a later partition', [0x91, 0x80, 0x05], false],
  ])('reads %s', (_, descriptor, isStart) => {
    expect(startsKeyFrame(Uint8Array.from([...descriptor, KEY, 1, 2]))).toBe(isStart);
    expect(startsKeyFrame(Uint8Array.from([...descriptor, DELTA, 1, 2]))).toBe(false);
  });

  it('finds no key frame in nothing', () => {
    expect(startsKeyFrame(new Uint8Array())).toBe(false);
    expect(startsKeyFrame(Uint8Array.from([0x90]))).toBe(false);
  });
});

describe('payloadsOfFrame', () => {
  it('cuts frames into packets that fit and that put together are the frame again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5_000 }), fc.nat(), (frame, id) => {
        const payloads = payloadsOfFrame(frame, id);
        expect(Buffer.concat(payloads.map((one) => one.subarray(4)))).toEqual(Buffer.from(frame));
        expect(Math.max(...payloads.map((one) => one.length))).toBeLessThanOrEqual(1_104);
      }),
    );
  });

  it('marks the start of a key frame in the first packet only', () => {
    const frame = new Uint8Array(3_000).fill(KEY);
    expect(payloadsOfFrame(frame, 3).map(startsKeyFrame)).toEqual([true, false, false]);
  });
});
