import type { Stream } from 'openvidu-browser';
import { changesOf, peopleOf, readSeat, type RemoteStream } from './remote-streams';

const track = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack;
const sound = track('sound');
const picture = track('picture');

function aStream(of: 'camera' | 'screen', audioActive = true): RemoteStream {
  const media = { getAudioTracks: () => [sound], getVideoTracks: () => [picture] };
  const stream = { getMediaStream: () => media, audioActive, videoActive: true };
  return { participantId: 'bob', of, stream: stream as unknown as Stream };
}

describe('readSeat', () => {
  it('believes what the server wrote, not what the browser put before it', () => {
    const server = JSON.stringify({ participantId: 'bob', of: 'camera' });
    const browser = JSON.stringify({ participantId: 'ada', of: 'camera' });
    expect(readSeat(`${browser}%/%${server}`)).toEqual({ participantId: 'bob', of: 'camera' });
    expect(readSeat(server)).toEqual({ participantId: 'bob', of: 'camera' });
    expect(readSeat('something else')).toBeNull();
  });
});

describe('changesOf', () => {
  it('tells a stream apart into what it carries', () => {
    expect(changesOf([], [aStream('camera', false)])).toEqual([
      { participantId: 'bob', source: 'microphone', track: sound, muted: true },
      { participantId: 'bob', source: 'camera', track: picture, muted: false },
    ]);
  });

  it('tells that a screen is gone while the face stays', () => {
    const gone = changesOf([aStream('camera'), aStream('screen')], [aStream('camera')]);
    expect(gone[0]).toEqual({ participantId: 'bob', source: 'screen', track: null, muted: false });
    expect(gone.slice(1).map(({ source }) => source)).toEqual(['microphone', 'camera']);
  });
});

describe('peopleOf', () => {
  it('counts somebody who sends nothing, and nobody twice for a screen', () => {
    const seats = [
      { participantId: 'bob', of: 'camera' },
      { participantId: 'bob', of: 'screen' },
    ] as const;
    expect(peopleOf(seats, [])).toEqual([{ participantId: 'bob', connected: true, sources: [] }]);
  });
});
