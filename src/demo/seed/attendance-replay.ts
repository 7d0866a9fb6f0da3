import type { Temporal } from 'temporal-polyfill';

/** Tells a session of the past what the media server and a person's browser said when that person came. */
export abstract class AttendanceReplay {
  abstract replayAttendance(
    sessionId: string,
    personId: string,
    cameAt: Temporal.Instant,
  ): Promise<void>;
}
