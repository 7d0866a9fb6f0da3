/** Which media server carries picture and sound. */
export type VideoConfig =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'livekit';
      /** Where this program asks for rooms; http or https. */
      readonly apiUrl: string;
      /** Where browsers connect; ws or wss. */
      readonly browserUrl: string;
    }
  | { readonly kind: 'openvidu'; readonly apiUrl: string };

/** What media servers are asked and believed with. */
export interface VideoSecrets {
  readonly livekit: { readonly key: string; readonly secret: string } | null;
  /** `webhookToken` is what OpenVidu sends as a bearer token with its webhooks; null believes none. */
  readonly openvidu: { readonly secret: string; readonly webhookToken: string | null } | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** LiveKit's own rule; a shorter secret makes it refuse every token. */
const SECRET_CHARS_MIN = 32;

/**
 * Chooses the media server: LiveKit, OpenVidu 2, or the embedded one when neither is named.
 *
 * @param problems gets one sentence for each thing that is wrong
 */
export function readVideo(
  env: Env,
  publicUrl: string,
  problems: string[],
): { video: VideoConfig; secrets: VideoSecrets } {
  if (env['LIVEKIT_URL'] && env['OPENVIDU_URL'])
    problems.push('LIVEKIT_URL and OPENVIDU_URL are both set: one media server carries all rooms.');
  if (env['LIVEKIT_URL']) return readLiveKit(env, env['LIVEKIT_URL'], publicUrl, problems);
  if (env['OPENVIDU_URL']) return readOpenVidu(env, env['OPENVIDU_URL'], problems);
  return { video: { kind: 'embedded' }, secrets: { livekit: null, openvidu: null } };
}

function readLiveKit(
  env: Env,
  url: string,
  publicUrl: string,
  problems: string[],
): ReturnType<typeof readVideo> {
  if (!/^(ws|http)s?:\/\//.test(url))
    problems.push('LIVEKIT_URL must start with https://, wss://, http:// or ws://.');
  const browserUrl = (env['LIVEKIT_BROWSER_URL'] || url).replace(/^http/, 'ws').replace(/\/$/, '');
  if (!/^wss?:\/\//.test(browserUrl))
    problems.push('LIVEKIT_BROWSER_URL must start with wss:// or ws://.');
  if (publicUrl.startsWith('https:') && browserUrl.startsWith('ws:'))
    problems.push(
      'LIVEKIT_URL without TLS is refused behind an https PUBLIC_URL, because no browser would connect: give LIVEKIT_BROWSER_URL=wss://...',
    );
  const key = env['LIVEKIT_API_KEY'] ?? '';
  const secret = env['LIVEKIT_API_SECRET'] ?? '';
  if (key === '' || secret.length < SECRET_CHARS_MIN)
    problems.push(
      `LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET (${SECRET_CHARS_MIN} characters or more).`,
    );
  const apiUrl = url.replace(/^ws/, 'http').replace(/\/$/, '');
  return {
    video: { kind: 'livekit', apiUrl, browserUrl },
    secrets: { livekit: { key, secret }, openvidu: null },
  };
}

function readOpenVidu(env: Env, url: string, problems: string[]): ReturnType<typeof readVideo> {
  if (!/^https?:\/\//.test(url)) problems.push('OPENVIDU_URL must start with https:// or http://.');
  const secret = env['OPENVIDU_SECRET'] ?? '';
  if (secret === '') problems.push('OPENVIDU_URL needs OPENVIDU_SECRET.');
  const webhookToken = env['OPENVIDU_WEBHOOK_TOKEN'] || null;
  if (webhookToken !== null && webhookToken.length < SECRET_CHARS_MIN)
    problems.push(
      `OPENVIDU_WEBHOOK_TOKEN is too short: give at least ${SECRET_CHARS_MIN} characters.`,
    );
  return {
    video: { kind: 'openvidu', apiUrl: url.replace(/\/$/, '') },
    secrets: { livekit: null, openvidu: { secret, webhookToken } },
  };
}

/** Origins that a page of ours connects to for picture and sound, beside our own. */
export function videoOrigins(video: VideoConfig): readonly string[] {
  if (video.kind === 'embedded') return [];
  const { host, protocol } = new URL(video.kind === 'livekit' ? video.browserUrl : video.apiUrl);
  const isSecure = protocol === 'wss:' || protocol === 'https:';
  return isSecure ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`];
}
