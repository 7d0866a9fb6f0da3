import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Temporal } from 'temporal-polyfill';
import {
  type Disambiguation,
  instantOf,
  offsetAt,
  possibleEpochsMs,
  startOfDay,
  stretchAt,
  wallOf,
  type Zone,
} from './zone.js';
import { type PackedZones, UnknownZoneError, ZoneTable } from './zone-table.js';

interface Changes {
  readonly zones: Readonly<
    Record<
      string,
      { readonly startsWith: number; readonly changes: readonly (readonly [number, number])[] }
    >
  >;
}

const table = ZoneTable.fromPacked(
  createRequire(import.meta.url)('moment-timezone/data/packed/latest.json') as PackedZones,
);
const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/slots/zone-changes.json', import.meta.url), 'utf8'),
) as Changes;

const at = (zone: string, wall: string, disambiguation: Disambiguation): string =>
  instantOf(table.zone(zone), Temporal.PlainDateTime.from(wall), disambiguation).toString();
const wallIn = (zone: string, instant: string): string =>
  wallOf(table.zone(zone), Temporal.Instant.from(instant)).toString();

describe('ZoneTable', () => {
  it.each(Object.entries(vectors.zones))('knows every change of %s', (name, expected) => {
    const zone = table.zone(name);
    expect(changesBetween(zone, Date.UTC(2016, 0, 1), Date.UTC(2037, 0, 1))).toEqual(expected);
  });

  it('follows links, and gives the zone the name it was asked by', () => {
    expect(table.zone('Asia/Calcutta')).toEqual({
      ...table.zone('Asia/Kolkata'),
      name: 'Asia/Calcutta',
    });
  });

  it('refuses a zone that is not in it', () => {
    expect(table.has('Europe/Atlantis')).toBe(false);
    expect(() => table.zone('Europe/Atlantis')).toThrow(UnknownZoneError);
  });

  it('has UTC at zero', () => {
    expect(offsetAt(table.zone('UTC'), Temporal.Instant.from('2026-11-22T00:00:00Z'))).toBe(
      '+00:00',
    );
  });
});

describe('instantOf', () => {
  it('carries an hour that Paris skips back, on, or refuses it', () => {
    expect(at('Europe/Paris', '2026-03-29T02:30', 'earlier')).toBe('2026-03-29T00:30:00Z');
    expect(at('Europe/Paris', '2026-03-29T02:30', 'later')).toBe('2026-03-29T01:30:00Z');
    expect(at('Europe/Paris', '2026-03-29T02:30', 'compatible')).toBe('2026-03-29T01:30:00Z');
    expect(() => at('Europe/Paris', '2026-03-29T02:30', 'reject')).toThrow('never');
  });

  it('takes the first or the second of an hour that Paris shows twice, or refuses it', () => {
    expect(at('Europe/Paris', '2026-10-25T02:30', 'earlier')).toBe('2026-10-25T00:30:00Z');
    expect(at('Europe/Paris', '2026-10-25T02:30', 'later')).toBe('2026-10-25T01:30:00Z');
    expect(at('Europe/Paris', '2026-10-25T02:30', 'compatible')).toBe('2026-10-25T00:30:00Z');
    expect(() => at('Europe/Paris', '2026-10-25T02:30', 'reject')).toThrow('twice');
  });

  it('takes the bounds of a gap as half-open', () => {
    expect(at('Europe/Paris', '2026-03-29T01:59:59.999', 'reject')).toBe(
      '2026-03-29T00:59:59.999Z',
    );
    expect(at('Europe/Paris', '2026-03-29T03:00', 'reject')).toBe('2026-03-29T01:00:00Z');
  });

  it('carries the day that Apia skipped by the whole day', () => {
    expect(at('Pacific/Apia', '2011-12-30T10:00', 'later')).toBe('2011-12-30T20:00:00Z');
    expect(at('Pacific/Apia', '2011-12-30T10:00', 'earlier')).toBe('2011-12-29T20:00:00Z');
  });

  it('skips half an hour in Lord Howe and two hours in Troll', () => {
    expect(at('Australia/Lord_Howe', '2026-10-04T02:15', 'later')).toBe('2026-10-03T15:45:00Z');
    expect(at('Antarctica/Troll', '2026-03-29T02:30', 'later')).toBe('2026-03-29T02:30:00Z');
  });

  it('agrees with Casablanca, which stays on UTC from 20 September 2026', () => {
    expect(at('Africa/Casablanca', '2026-09-19T09:00', 'reject')).toBe('2026-09-19T08:00:00Z');
    expect(at('Africa/Casablanca', '2026-11-22T09:00', 'reject')).toBe('2026-11-22T09:00:00Z');
  });

  it('gives back the wall time that it was asked for, wherever that exists', () => {
    const wall = '2026-06-30T12:00:00';
    for (const name of table.names()) expect(wallIn(name, at(name, wall, 'reject'))).toBe(wall);
  });
});

describe('startOfDay', () => {
  it.each([
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  ])('finds the first instant of a day in %s, %s', (zone, date, instant) => {
    expect(startOfDay(table.zone(zone), Temporal.PlainDate.from(date)).toString()).toBe(instant);
  });
});

describe('offsetAt', () => {
  it.each([
    ['Asia/Kathmandu', '+05:45'],
    ['America/St_Johns', '-03:30'],
    ['Pacific/Chatham', '+13:45'],
    ['Pacific/Kiritimati', '+14:00'],
    ['Asia/Kolkata', '+05:30'],
  ])('writes the offset of %s', (zone, offset) => {
    expect(offsetAt(table.zone(zone), Temporal.Instant.from('2026-11-22T12:00:00Z'))).toBe(offset);
  });
});

describe('possibleEpochsMs', () => {
  it('agrees, around the changes since 2016 in every zone, with trying each offset in turn', () => {
    const compared = table.names().flatMap((name) => wallsAroundChanges(table.zone(name)));
    expect(compared.length).toBeGreaterThan(5_000);
    const wrong = compared.filter(
      ({ zone, wallMs }) =>
        String(possibleEpochsMs(zone, wallMs)) !== String(byTrying(zone, wallMs)),
    );
    expect(wrong.map(({ zone, wallMs }) => [zone.name, wallMs])).toEqual([]);
  });
});

/** The first eight changes tell as much as the rest: rules repeat. */
function wallsAroundChanges(zone: Zone): { zone: Zone; wallMs: number }[] {
  const first = stretchAt(zone, Date.UTC(2016, 0, 1)) + 1;
  return zone.startsMs.slice(first, first + 8).flatMap((start, index) =>
    [-3_600_000, -1, 0, 1_800_000, 3_600_000].map((shift) => ({
      zone,
      wallMs: start + (zone.offsetsMs[first + index] ?? 0) + shift,
    })),
  );
}

function byTrying(zone: Zone, wallMs: number): number[] {
  return [...new Set(zone.offsetsMs)]
    .map((offset) => wallMs - offset)
    .filter((epochMs) => {
      const stretch = zone.startsMs.findLastIndex((start) => start <= epochMs);
      return epochMs + (zone.offsetsMs[stretch] ?? 0) === wallMs;
    })
    .sort((a, b) => a - b);
}

function changesBetween(zone: Zone, fromMs: number, toMs: number): object {
  const first = stretchAt(zone, fromMs);
  const changes: [number, number][] = [];
  for (let index = first + 1; (zone.startsMs[index] ?? Infinity) < toMs; index += 1) {
    if (zone.offsetsMs[index] === zone.offsetsMs[index - 1]) continue;
    changes.push([(zone.startsMs[index] ?? 0) / 1000, (zone.offsetsMs[index] ?? 0) / 1000]);
  }
  return { startsWith: (zone.offsetsMs[first] ?? 0) / 1000, changes };
}
