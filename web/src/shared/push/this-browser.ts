import { ok, type Api } from '../api/client';

const WORKER = '/service-worker.js';
/** Whose rings this browser is to be reached for; another person who signs in here starts without. */
const OWNER_KEY = 'visavis.push';

/**
 * `cannot`: the browser has no push; `needs_install`: it has when the site stands on the home screen;
 * `blocked`: the person refused it for this site; `off` and `on` are the person's choice.
 */
export type PushState = 'cannot' | 'needs_install' | 'blocked' | 'off' | 'on';

/** How this browser can reach the person while no page is open. */
export async function pushState(personId: string): Promise<PushState> {
  if (!canPush()) return isAppleTouch() ? 'needs_install' : 'cannot';
  if (Notification.permission === 'denied') return 'blocked';
  if (ownerOf() !== personId || Notification.permission !== 'granted') return 'off';
  return (await subscription()) === null ? 'off' : 'on';
}

/** Asks for the permission, so only ever after a tap. @throws ApiProblem, and what the browser refuses */
export async function turnPushOn(api: Api, personId: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(personId);
  const { publicKey } = await ok(api.GET('/me/push'));
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  await tell(api, await subscribe(pushManager, publicKey));
  localStorage.setItem(OWNER_KEY, personId);
  return 'on';
}

/** @throws ApiProblem */
export async function turnPushOff(api: Api): Promise<PushState> {
  localStorage.removeItem(OWNER_KEY);
  const known = await subscription();
  if (known) {
    await api.DELETE('/me/push', { body: { endpoint: known.endpoint } });
    await known.unsubscribe();
  }
  return 'off';
}

/** After a new sign-in, a new key or a new address the server is told again; costs one call a page load. */
export async function keepPushKnown(api: Api, personId: string): Promise<void> {
  if ((await pushState(personId)) !== 'on') return;
  const { publicKey } = await ok(api.GET('/me/push'));
  const { pushManager } = await navigator.serviceWorker.ready;
  await tell(api, await subscribe(pushManager, publicKey));
}

function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Safari on phones and tablets pushes only for sites on the home screen. */
function isAppleTouch(): boolean {
  return /iP(hone|ad|od)/.test(navigator.userAgent);
}

function ownerOf(): string | null {
  return localStorage.getItem(OWNER_KEY);
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** One with another key belongs to an installation that is no more. */
async function subscribe(manager: PushManager, publicKey: string): Promise<PushSubscription> {
  const known = await manager.getSubscription();
  if (known && keyOf(known) === publicKey) return known;
  await known?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function tell(api: Api, subscribed: PushSubscription): Promise<void> {
  const { endpoint = '', keys } = subscribed.toJSON();
  await ok(
    api.PUT('/me/push', {
      body: { endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
    }),
  );
}
