import type { Stream } from 'openvidu-browser';
import type { MediaSource, RemotePerson, RemoteTrack } from '../../core/room-connector';

export interface Seat {
  readonly participantId: string;
  readonly of: 'camera' | 'screen';
}

export interface RemoteStream extends Seat {
  readonly stream: Stream;
}

/** What OpenVidu puts between what the browser says and what the server wrote into a connection. */
const DATA_SEPARATOR = '%/%';

/** Who a connection belongs to, as the server wrote it; null for one that it did not make. */
export function readSeat(data: string): Seat | null {
  try {
    const seat = JSON.parse(data.split(DATA_SEPARATOR).at(-1) ?? '') as Partial<Seat>;
    const { participantId, of } = seat;
    if (typeof participantId !== 'string' || (of !== 'camera' && of !== 'screen')) return null;
    return { participantId, of };
  } catch {
    return null;
  }
}

/** What has changed for whoever shows the tracks: gone ones first, then those there are now. */
export function changesOf(
  before: readonly RemoteStream[],
  now: readonly RemoteStream[],
): RemoteTrack[] {
  const present = now.flatMap(tracksOf);
  const isPresent = (gone: RemoteTrack): boolean =>
    present.some(
      ({ participantId, source }) => participantId === gone.participantId && source === gone.source,
    );
  const gone = before
    .flatMap(tracksOf)
    .filter((track) => !isPresent(track))
    .map((track) => ({ ...track, track: null, muted: false }));
  return [...gone, ...present];
}

/** Everybody with a connection, also those who send nothing. */
export function peopleOf(seats: readonly Seat[], streams: readonly RemoteStream[]): RemotePerson[] {
  const ids = new Set(
    seats.filter(({ of }) => of === 'camera').map(({ participantId }) => participantId),
  );
  return [...ids].map((participantId) => ({
    participantId,
    connected: true,
    sources: streams
      .filter((stream) => stream.participantId === participantId)
      .flatMap(tracksOf)
      .map(({ source, muted }) => ({ source, muted })),
  }));
}

function tracksOf({ participantId, of, stream }: RemoteStream): RemoteTrack[] {
  const media = stream.getMediaStream();
  const entry = (
    source: MediaSource,
    track: MediaStreamTrack | undefined,
    isActive: boolean,
  ): RemoteTrack[] => (track ? [{ participantId, source, track, muted: !isActive }] : []);
  const [picture] = media.getVideoTracks();
  if (of === 'screen') return entry('screen', picture, true);
  return [
    ...entry('microphone', media.getAudioTracks()[0], stream.audioActive),
    ...entry('camera', picture, stream.videoActive),
  ];
}
