import type { RoomView } from './embedded-signal';
import { RemoteRoom } from './remote-room';

const track = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack;
const oneTrackAPlace = [track('a'), track('b'), track('c')];
const trackAt = (slot: number): MediaStreamTrack | null => oneTrackAPlace[slot] ?? null;

function view(revision: number, ...sources: ('microphone' | 'camera')[]): RoomView {
  const order = ['microphone', 'camera'];
  return {
    revision,
    people: [
      {
        participantId: 'bob',
        connected: true,
        sources: sources.map((source) => ({
          source,
          slot: order.indexOf(source),
          muted: false,
        })),
      },
    ],
  };
}

describe('RemoteRoom', () => {
  it('tells of a track once', () => {
    const room = new RemoteRoom();
    room.accept(view(1, 'camera'));
    expect(room.takeChanges(trackAt)).toEqual([
      { participantId: 'bob', source: 'camera', track: oneTrackAPlace[1], muted: false },
    ]);
    room.accept(view(2, 'camera'));
    expect(room.takeChanges(trackAt)).toEqual([]);
  });

  it('tells that a track is gone', () => {
    const room = new RemoteRoom();
    room.accept(view(1, 'microphone', 'camera'));
    room.takeChanges(trackAt);
    room.accept(view(2, 'microphone'));
    expect(room.takeChanges(trackAt)).toEqual([
      { participantId: 'bob', source: 'camera', track: null, muted: false },
    ]);
  });

  it('hands the tracks out anew after a reconnection', () => {
    const room = new RemoteRoom();
    room.accept(view(1, 'camera'));
    room.takeChanges(trackAt);
    const fresh = track('fresh');
    expect(room.takeChanges(() => fresh)).toEqual([
      { participantId: 'bob', source: 'camera', track: fresh, muted: false },
    ]);
  });

  it('ignores a view that comes late, unless the server began anew', () => {
    const room = new RemoteRoom();
    expect(room.accept(view(5, 'camera'))).toBe(true);
    expect(room.accept(view(4))).toBe(false);
    room.forgetRevision();
    expect(room.accept(view(1))).toBe(true);
  });

  it('knows whose track a place carries', () => {
    const room = new RemoteRoom();
    room.accept(view(1, 'camera'));
    expect(room.ownerOf(1)).toEqual({ participantId: 'bob', source: 'camera' });
    expect(room.ownerOf(2)).toBeNull();
  });
});
