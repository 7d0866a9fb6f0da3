export type SfuRefusalCode =
  'room_not_open' | 'room_full' | 'not_admitted' | 'bad_signal' | 'seat_gone' | 'no_recorder';

/** A refusal that crosses the thread as plain data; the adapter makes a domain error of it. */
export class SfuRefusal extends Error {
  constructor(
    readonly code: SfuRefusalCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
