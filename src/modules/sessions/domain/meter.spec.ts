import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  append,
  billedSeconds,
  commitmentOf,
  isRunning,
  type MeterLog,
  verifyLog,
} from './meter.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function aLog(...lines: [kind: 'started' | 'stopped' | 'closed', atMs: number][]): MeterLog {
  const opened = append([], { kind: 'opened', atMs: 0, reason: 'commitment' }, sha256);
  return lines.reduce(
    (log, [kind, atMs]) => append(log, { kind, atMs, reason: 'test' }, sha256),
    opened,
  );
}

describe('the meter', () => {
  it('counts only the stretches in which it ran, floored once', () => {
    const log = aLog(
      ['started', 1_000],
      ['stopped', 2_600],
      ['started', 10_000],
      ['stopped', 11_600],
      ['closed', 11_600],
    );
    expect(billedSeconds(log, 99_000)).toBe(3);
  });

  it('counts a running stretch up to now', () => {
    const log = aLog(['started', 1_000]);
    expect(isRunning(log)).toBe(true);
    expect(billedSeconds(log, 31_999)).toBe(30);
  });

  it('never lets a late report reach back before the line it follows', () => {
    const log = aLog(['started', 5_000], ['stopped', 4_000]);
    expect(billedSeconds(log, 9_000)).toBe(0);
    expect(verifyLog(log, sha256).ok).toBe(true);
  });

  it('refuses to start twice or to go on after it was closed', () => {
    expect(() => aLog(['started', 1], ['started', 2])).toThrow(RangeError);
    expect(() => aLog(['closed', 1], ['started', 2])).toThrow(RangeError);
  });

  it('shows every change that is made to its log afterwards', () => {
    const log = aLog(['started', 1_000], ['stopped', 61_000], ['closed', 61_000]);
    fc.assert(
      fc.property(
        fc.nat(log.length - 1),
        fc.constantFrom('atMs', 'reason', 'seq', 'kind'),
        (index, field) => {
          const forged = log.map((entry, at) =>
            at === index
              ? {
                  ...entry,
                  [field]:
                    field === 'atMs'
                      ? entry.atMs + 1
                      : field === 'seq'
                        ? entry.seq + 1
                        : field === 'kind'
                          ? 'closed'
                          : 'forged',
                }
              : entry,
          ) as MeterLog;
          fc.pre(JSON.stringify(forged) !== JSON.stringify(log));
          expect(verifyLog(forged, sha256).ok).toBe(false);
        },
      ),
    );
    expect(verifyLog(log.slice(0, 2).concat(log.slice(3)), sha256).ok).toBe(false);
  });
});

describe('commitmentOf', () => {
  it('changes with the salt, so that it tells nothing without it', () => {
    const facts = { sessionId: 's', learnerId: 'l', expertId: 'e' };
    expect(commitmentOf({ ...facts, salt: 'one' }, sha256)).not.toBe(
      commitmentOf({ ...facts, salt: 'two' }, sha256),
    );
  });
});
