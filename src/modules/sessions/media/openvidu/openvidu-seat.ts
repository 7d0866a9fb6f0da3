/** Written into a connection by us and handed back by OpenVidu, untouched by the browser. */
export interface OpenViduSeat {
  readonly participantId: string;
  /** One connection sends one stream, so the screen has a connection of its own. */
  readonly of: 'camera' | 'screen';
}

export function writeSeat(seat: OpenViduSeat): string {
  return JSON.stringify(seat);
}

/** Null for a connection that we did not make. */
export function readSeat(serverData: unknown): OpenViduSeat | null {
  try {
    const { participantId, of } = JSON.parse(String(serverData)) as Partial<OpenViduSeat>;
    if (typeof participantId !== 'string' || (of !== 'camera' && of !== 'screen')) return null;
    return { participantId, of };
  } catch {
    return null;
  }
}
