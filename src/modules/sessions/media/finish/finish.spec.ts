import { readRange } from '../../http/byte-range.js';
import type { JournalLine } from '../recording-files.js';
import { findGaps } from './find-gaps.js';
import { soundMsOf } from './opus-packet.js';

describe('soundMsOf', () => {
  it.each([
    ['one CELT frame of 20 ms', [0xf8, 0xff], 20],
    ['two frames of 20 ms', [0xf9], 40],
    ['three frames of 20 ms by their count', [0xfb, 0x03], 60],
    ['one SILK frame of 60 ms', [0x18], 60],
    ['one hybrid frame of 10 ms', [0x60], 10],
    ['one CELT frame of 2.5 ms', [0x80], 2.5],
  ])('reads %s', (_, bytes, ms) => {
    expect(soundMsOf(Uint8Array.from(bytes))).toBe(ms);
  });
});

describe('findGaps', () => {
  const every = (fromMs: number, toMs: number, stepMs: number, lastsMs = stepMs) =>
    Array.from({ length: (toMs - fromMs) / stepMs }, (_, index) => ({
      atMs: fromMs + index * stepMs,
      lastsMs,
    }));
  const sound = { personId: 'ada', source: 'microphone' } as const;
  const on = (atMs: number): JournalLine => ({ kind: 'on', atMs, ...sound });
  const off = (atMs: number): JournalLine => ({ kind: 'off', atMs, ...sound });
  const began = (atMs: number, segment: number): JournalLine => ({ kind: 'began', atMs, segment });
  const frames = [...every(0, 1_000, 20), ...every(2_000, 3_000, 20)];

  it('names what was lost, what was off, and what the recorder itself missed', () => {
    const reasonOf = (journal: readonly JournalLine[]) =>
      findGaps([{ ...sound, frames }], journal, 3_000);
    const gap = { ...sound, fromMs: 1_000, toMs: 2_000 };
    expect(reasonOf([on(0)])).toEqual([{ ...gap, reason: 'lost' }]);
    expect(reasonOf([on(0), off(1_010), on(1_990)])).toEqual([{ ...gap, reason: 'off' }]);
    expect(reasonOf([began(0, 1), on(0), began(1_900, 2), on(1_900)])).toEqual([
      { ...gap, reason: 'restart' },
    ]);
  });

  it('counts neither a packet or two nor a screen that was not shared', () => {
    const nearly = [...every(0, 1_000, 20), ...every(1_200, 3_000, 20)];
    expect(findGaps([{ ...sound, frames: nearly }], [on(0)], 3_000)).toEqual([]);
    const screen = { personId: 'ada', source: 'screen' } as const;
    const shared = [{ ...screen, frames: every(10_000, 12_000, 100) }];
    const journal: JournalLine[] = [
      { kind: 'on', atMs: 10_000, ...screen },
      { kind: 'off', atMs: 12_010, ...screen },
    ];
    expect(findGaps(shared, journal, 30_000)).toEqual([]);
  });
});

describe('readRange', () => {
  it.each([
    [undefined, null],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
    ['bytes=5-2', null],
  ])('reads %s of a hundred bytes', (header, value) => {
    expect(readRange(header, 100)).toEqual({ ok: true, value });
  });

  it.each(['bytes=100-', 'bytes=-0', 'bytes=200-300'])(
    'refuses %s, which is behind the end',
    (header) => {
      expect(readRange(header, 100)).toEqual({ ok: false, refusal: 'unsatisfiable' });
    },
  );
});
