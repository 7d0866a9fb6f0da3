import { accept, refuse, type Verdict } from '../../../shared/verdict.js';

export interface ByteRange {
  readonly start: number;
  /** The last byte, included. */
  readonly end: number;
}

/**
 * What part of a file a `Range` header asks for.
 *
 * @returns null for the whole: no header, one that is not understood, or several parts at once
 * @source RFC 9110, sections 14.1.2 and 14.2
 */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): Verdict<ByteRange | null, 'unsatisfiable'> {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === ''))
    return accept(null);
  const isFromEnd = first === '';
  const start = isFromEnd ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = isFromEnd || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start >= sizeBytes || (isFromEnd && Number(last) === 0)) return refuse('unsatisfiable');
  return start > end ? accept(null) : accept({ start, end });
}
