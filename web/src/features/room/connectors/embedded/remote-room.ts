import type { MediaSource, RemotePerson, RemoteTrack } from '../../core/room-connector';
import type { RoomView } from './embedded-signal';

/** What was last said about one remote source. */
interface Known {
  readonly participantId: string;
  readonly source: MediaSource;
  readonly track: MediaStreamTrack | null;
  readonly muted: boolean;
}

/** Turns room views into changes of remote tracks: each change is told once, also over reconnections. */
export class RemoteRoom {
  private view: RoomView = { revision: -1, people: [] };
  private known = new Map<string, Known>();

  /** @returns false for a view that is older than what is known already */
  accept(view: RoomView): boolean {
    if (view.revision < this.view.revision) return false;
    this.view = view;
    return true;
  }

  /** A server that started again counts from the beginning. */
  forgetRevision(): void {
    this.view = { ...this.view, revision: -1 };
  }

  people(): RemotePerson[] {
    return this.view.people.map(({ participantId, connected, sources }) => ({
      participantId,
      connected,
      sources: sources.map(({ source, muted }) => ({ source, muted })),
    }));
  }

  ownerOf(slot: number): { participantId: string; source: MediaSource } | null {
    for (const { participantId, sources } of this.view.people) {
      const found = sources.find((one) => one.slot === slot);
      if (found) return { participantId, source: found.source };
    }
    return null;
  }

  /** @param trackAt the receiving track of a place on the connection in use */
  takeChanges(trackAt: (slot: number) => MediaStreamTrack | null): RemoteTrack[] {
    const now = new Map<string, Known>();
    for (const { participantId, sources } of this.view.people) {
      for (const { source, slot, muted } of sources) {
        const track = trackAt(slot);
        now.set(`${participantId} ${source}`, { participantId, source, track, muted });
      }
    }
    const gone = [...this.known]
      .filter(([key, { track }]) => !now.has(key) && track !== null)
      .map(([, { participantId, source }]) => ({
        participantId,
        source,
        track: null,
        muted: false,
      }));
    const changed = [...now]
      .filter(([key, { track, muted }]) => {
        const before = this.known.get(key);
        return before?.track !== track || before.muted !== muted;
      })
      .map(([, known]) => known);
    this.known = now;
    return [...gone, ...changed];
  }
}
