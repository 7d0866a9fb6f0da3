import { readVideo, videoOrigins } from './video-config.js';

const LIVEKIT = {
  LIVEKIT_URL: 'wss://live.example/',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'a secret of at least thirty-two characters',
};

function read(env: Record<string, string>, publicUrl = 'https://visavis.example') {
  const problems: string[] = [];
  return { ...readVideo(env, publicUrl, problems), problems };
}

describe('readVideo', () => {
  it('carries rooms in the process when no server is named', () => {
    expect(read({})).toMatchObject({ video: { kind: 'embedded' }, problems: [] });
  });

  it('asks LiveKit over http and sends browsers to its websocket, whichever of both was given', () => {
    const video = {
      kind: 'livekit',
      apiUrl: 'https://live.example',
      browserUrl: 'wss://live.example',
    };
    expect(read(LIVEKIT)).toMatchObject({ video, problems: [] });
    expect(read({ ...LIVEKIT, LIVEKIT_URL: 'https://live.example' })).toMatchObject({ video });
  });

  it('refuses two media servers, missing keys, short secrets and a line that browsers would block', () => {
    const problemsOf = (env: Record<string, string>): string => read(env).problems.join(' ');
    expect(
      problemsOf({ ...LIVEKIT, OPENVIDU_URL: 'https://ov.example', OPENVIDU_SECRET: 'x' }),
    ).toContain('both set');
    expect(problemsOf({ ...LIVEKIT, LIVEKIT_API_SECRET: 'short' })).toContain('LIVEKIT_API_SECRET');
    expect(problemsOf({ ...LIVEKIT, LIVEKIT_URL: 'ws://live.example' })).toContain(
      'https PUBLIC_URL',
    );
    expect(problemsOf({ OPENVIDU_URL: 'https://ov.example' })).toContain('OPENVIDU_SECRET');
    expect(
      problemsOf({
        OPENVIDU_URL: 'https://ov.example',
        OPENVIDU_SECRET: 'x',
        OPENVIDU_WEBHOOK_TOKEN: 'short',
      }),
    ).toContain('OPENVIDU_WEBHOOK_TOKEN');
  });

  it('lets pages connect to the media server alone, beside our own', () => {
    expect(videoOrigins(read({}).video)).toEqual([]);
    expect(videoOrigins(read(LIVEKIT).video)).toEqual([
      'wss://live.example',
      'https://live.example',
    ]);
  });
});
