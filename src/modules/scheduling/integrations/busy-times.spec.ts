import { Temporal } from 'temporal-polyfill';
import { loadShippedZones } from '../../../platform/time/shipped-zones.js';
import { rangeOf } from '../../../shared/time/half-open-range.js';
import { busyTimes } from './busy-times.js';

const zones = loadShippedZones();

/** A calendar of these events, each given by its lines. */
function aFeed(events: readonly (readonly string[])[], head: readonly string[] = []): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...head,
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
}

/** Busy stretches of December 2026 as `12-01T09:00/10:00`, in UTC, for an expert in Paris. */
function busy(text: string, timeZone = 'Europe/Paris'): string[] | string {
  const window = rangeOf(
    Temporal.Instant.from('2026-12-01T00:00Z'),
    Temporal.Instant.from('2027-01-01T00:00Z'),
  );
  const found = busyTimes(text, { window, zones, timeZone });
  if (!found.ok) return found.refusal;
  return found.value.map(
    ({ start, end }) => `${start.toString().slice(5, 16)}/${end.toString().slice(11, 16)}`,
  );
}

describe('busyTimes', () => {
  it('reads an instant, a zone and a length', () => {
    expect(busy(aFeed([['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z']]))).toEqual([
      '12-01T09:00/10:00',
    ]);
    expect(
      busy(aFeed([['DTSTART;TZID=America/New_York:20261201T090000', 'DURATION:PT90M']])),
    ).toEqual(['12-01T14:00/15:30']);
  });

  it('reads a time whose offset was lost in the zone of the calendar, else in that of the expert', () => {
    const lost = [['DTSTART:20261201T090000', 'DTEND:20261201T100000']];
    expect(busy(aFeed(lost))).toEqual(['12-01T08:00/09:00']);
    expect(busy(aFeed(lost), 'Asia/Kathmandu')).toEqual(['12-01T03:15/04:15']);
    expect(busy(aFeed(lost, ['X-WR-TIMEZONE:America/Toronto']))).toEqual(['12-01T14:00/15:00']);
  });

  it('knows zones with a prefix, and those that only the feed describes', () => {
    const start = (tzid: string) => [
      [`DTSTART;TZID=${tzid}:20261201T090000`, `DTEND;TZID=${tzid}:20261201T100000`],
    ];
    expect(busy(aFeed(start('/example.org/Europe/Paris')))).toEqual(['12-01T08:00/09:00']);
    const own = [
      'BEGIN:VTIMEZONE',
      'TZID:Our Office',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(busy(aFeed(start('Our Office'), own))).toEqual(['12-01T06:00/07:00']);
  });

  it('trusts its own zone table more than the rules a feed carries', () => {
    const stale = [
      'BEGIN:VTIMEZONE',
      'TZID:America/Vancouver',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const event = ['DTSTART;TZID=America/Vancouver:20261201T090000', 'DURATION:PT1H'];
    expect(busy(aFeed([event], stale))).toEqual(['12-01T16:00/17:00']);
  });

  it('repeats on the wall clock, leaves out what was excepted, and moves what was moved', () => {
    const weekly = [
      'DTSTART;TZID=Europe/Paris:20261006T090000',
      'DTEND;TZID=Europe/Paris:20261006T100000',
      'RRULE:FREQ=WEEKLY;UNTIL=20261222T080000Z',
      'EXDATE;TZID=Europe/Paris:20261208T090000',
    ];
    const moved = [
      'RECURRENCE-ID:20261215T080000Z',
      'DTSTART:20261216T130000Z',
      'DTEND:20261216T140000Z',
    ];
    expect(busy(aFeed([weekly, moved]))).toEqual([
      '12-01T08:00/09:00',
      '12-16T13:00/14:00',
      '12-22T08:00/09:00',
    ]);
  });

  it('leaves an occurrence free that was called off alone', () => {
    const daily = ['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
    const off = ['RECURRENCE-ID:20261202T090000Z', 'STATUS:CANCELLED', 'DTSTART:20261202T090000Z'];
    expect(busy(aFeed([daily, off]))).toEqual(['12-01T09:00/10:00', '12-03T09:00/10:00']);
  });

  it('takes dates that were added, and joins what overlaps', () => {
    const event = ['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RDATE:20261201T093000Z'];
    expect(busy(aFeed([event]))).toEqual(['12-01T09:00/10:30']);
  });

  it('takes a whole day from midnight to midnight on the clock of the expert', () => {
    expect(busy(aFeed([['DTSTART;VALUE=DATE:20261224']]))).toEqual(['12-23T23:00/23:00']);
  });

  it('is not busy with what is transparent, cancelled, without length, or our own booking', () => {
    const at = ['DTSTART:20261201T090000Z', 'DURATION:PT1H'];
    const own = aFeed([at]).replace('UID:a', 'UID:0192-7@visavis');
    expect(busy(aFeed([[...at, 'TRANSP:TRANSPARENT']]))).toEqual([]);
    expect(busy(aFeed([[...at, 'STATUS:CANCELLED']]))).toEqual([]);
    expect(busy(aFeed([['DTSTART:20261201T090000Z']]))).toEqual([]);
    expect(busy(own)).toEqual([]);
  });

  it('takes stated busy times', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20261201T090000Z/PT2H,20261202T090000Z/20261202T093000Z',
      'FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT2H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(busy(text)).toEqual(['12-01T09:00/11:00', '12-02T09:00/09:30']);
  });

  it('reads the rest where one event makes no sense', () => {
    const events = [
      ['DTSTART:tomorrow', 'DURATION:PT1H'],
      ['DTSTART:20261201T090000Z', 'DURATION:PT1H'],
    ];
    expect(busy(aFeed(events))).toEqual(['12-01T09:00/10:00']);
  });

  it('comes to an end with rules that never do', () => {
    const event = ['DTSTART:20000101T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=SECONDLY'];
    expect(busy(aFeed([event]))).toEqual([]);
  });

  it.each([
    '',
    '<html>Sign in</html>',
    'BEGIN:VCARD\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
  ])('refuses what is no calendar: %j', (text) => {
    expect(busy(text)).toBe('not_a_calendar');
  });
});
