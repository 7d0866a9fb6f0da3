export interface AttendanceNote {
  readonly personId: string;
  readonly source: 'media' | 'poll' | 'heartbeat';
  readonly isConnected: boolean;
  readonly atMs: number;
}

export interface ComingOrGoing {
  readonly personId: string;
  readonly hasCome: boolean;
  readonly atMs: number;
}

/**
 * Who came and went when, of what the media server told and was asked. What a browser says of itself is no part of
 * it, and a person who is said to be there twice came once.
 *
 * @param notes oldest first
 */
export function comingsAndGoings(notes: readonly AttendanceNote[]): ComingOrGoing[] {
  const isThere = new Map<string, boolean>();
  return notes.flatMap(({ personId, source, isConnected, atMs }) => {
    if (source === 'heartbeat' || (isThere.get(personId) ?? false) === isConnected) return [];
    isThere.set(personId, isConnected);
    return [{ personId, hasCome: isConnected, atMs }];
  });
}
