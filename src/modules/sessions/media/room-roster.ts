import type { MediaEvent } from './video-port.js';

interface RosterRoom {
  /** Look of a generated participant, null for a person. */
  readonly people: Map<string, number | null>;
  readonly connected: Set<string>;
}

/** What the main thread remembers of the rooms, so that a media thread that died can be set up again. */
export class RoomRoster {
  private readonly byId = new Map<string, RosterRoom>();

  has(roomId: string): boolean {
    return this.byId.has(roomId);
  }

  open(roomId: string): void {
    if (!this.byId.has(roomId)) {
      this.byId.set(roomId, { people: new Map(), connected: new Set() });
    }
  }

  close(roomId: string): void {
    this.byId.delete(roomId);
  }

  admit(roomId: string, participantId: string, look: number | null = null): void {
    this.byId.get(roomId)?.people.set(participantId, look);
  }

  remove(roomId: string, participantId: string): void {
    this.byId.get(roomId)?.people.delete(participantId);
  }

  note({ kind, roomId, participantId }: MediaEvent): void {
    if (kind === 'connected') this.byId.get(roomId)?.connected.add(participantId);
    if (kind === 'disconnected') this.byId.get(roomId)?.connected.delete(participantId);
  }

  connected(): { roomId: string; participantId: string }[] {
    return [...this.byId].flatMap(([roomId, room]) =>
      [...room.connected].map((participantId) => ({ roomId, participantId })),
    );
  }

  rooms(): { roomId: string; people: { participantId: string; look: number | null }[] }[] {
    return [...this.byId].map(([roomId, room]) => ({
      roomId,
      people: [...room.people].map(([participantId, look]) => ({ participantId, look })),
    }));
  }
}
