/** The visitor's own zone, as the browser knows it. Never called while rendering on the server. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export type InstantStyle = 'date' | 'date-time' | 'time' | 'day-time' | 'time-seconds';

const STYLES: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  'date-time': {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  'day-time': {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
  time: { hour: '2-digit', minute: '2-digit' },
  'time-seconds': { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** An instant in the given zone. Without a known zone the text says that it is UTC. */
export function formatInstant(
  instant: string,
  style: InstantStyle,
  locale: string,
  timeZone: string | null,
): string {
  const hasTime = style !== 'date';
  return new Intl.DateTimeFormat(locale, {
    ...STYLES[style],
    timeZone: timeZone ?? 'UTC',
    ...(timeZone === null && hasTime ? { timeZoneName: 'short' as const } : {}),
  }).format(new Date(instant));
}

/**
 * An instant in the offset that came with it. Browsers carry old zone tables; the server's own table
 * knows the right offset and sends it along.
 */
export function formatWithOffset(
  instant: string,
  offset: string,
  options: Intl.DateTimeFormatOptions,
  locale: string,
): string {
  const shifted = new Date(Date.parse(instant) + offsetMs(offset));
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(shifted);
}

/** "+05:45" in milliseconds. */
export function offsetMs(offset: string): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/** A calendar day ("2026-11-23"), which has no zone. */
export function formatDay(
  day: string,
  options: Intl.DateTimeFormatOptions,
  locale: string,
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A wall time ("14:30") the way the locale writes it. */
export function formatWallTime(
  time: string,
  locale: string,
  options: Intl.DateTimeFormatOptions = {},
): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`1970-01-01T${time}:00Z`));
}

/** The day in a zone as an ISO date. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).format(at);
}

/** Seconds as a running clock, "4:07" or "1:02:03", in the locale's digits. */
export function formatClock(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(locale, { useGrouping: false });
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = two.format(whole % 60);
  return hours > 0
    ? `${one.format(hours)}:${two.format(minutes)}:${rest}`
    : `${one.format(minutes)}:${rest}`;
}

/** A length in words, "20 seconds", "15 minutes". */
export function formatLength(
  amount: number,
  unit: 'second' | 'minute' | 'hour' | 'day',
  locale: string,
): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

export function secondsUntil(instant: string, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 1000));
}
