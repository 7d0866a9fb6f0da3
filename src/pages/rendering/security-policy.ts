/** Origins beside our own: of the media server, and of the payment provider whose form is on the page. */
export interface OtherOrigins {
  readonly speakWith?: readonly string[];
  readonly runScriptsOf?: readonly string[];
  readonly frame?: readonly string[];
}

/**
 * What a page may load and do. Scripts and style elements need the nonce of this very answer; style
 * attributes are allowed because a progress bar sets its width with one.
 */
export function contentSecurityPolicy(
  nonce: string,
  host: string,
  isSecure: boolean,
  { speakWith = [], runScriptsOf = [], frame = [] }: OtherOrigins = {},
): string {
  // Not every browser counts a websocket of the same host as 'self'.
  const socket = /^[\w.:[\]-]+$/.test(host) ? ` ${isSecure ? 'wss' : 'ws'}://${host}` : '';
  return [
    "default-src 'none'",
    [`script-src 'self' 'nonce-${nonce}'`, ...runScriptsOf].join(' '),
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self'",
    [`connect-src 'self'${socket}`, ...speakWith].join(' '),
    ...(frame.length > 0 ? [`frame-src ${frame.join(' ')}`] : []),
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Camera, microphone and screen are for our own pages only. */
export const PERMISSIONS_POLICY = 'camera=(self), microphone=(self), display-capture=(self)';

/** The service worker asks our own API and nothing else. */
export const SERVICE_WORKER_POLICY = "default-src 'none'; connect-src 'self'";
