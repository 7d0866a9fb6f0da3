import { overOf, type PushMessage, secondsLeft, shownOf } from './push-message';
import type { WindowClient, WorkerScope } from './worker-scope';

/* Rings while no page is open. It answers by the token of the message alone: pages and cookies are not needed. */

const worker = self as unknown as WorkerScope;

const COUNT_EVERY_MS = 10_000;
const OPENING_TRIES = 20;
const OPENING_PAUSE_MS = 500;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined;
  if (message !== undefined) event.waitUntil(take(message));
});

worker.addEventListener('notificationclick', (event) => {
  const message = event.notification.data as PushMessage;
  event.notification.close();
  event.waitUntil(answer(message, event.action));
});

worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAgain()));

async function take(message: PushMessage): Promise<void> {
  if (message.kind === 'ring-over') return takeAway(message);
  if (message.kind === 'ring') return ring(message);
  await show(message, true);
}

async function ring(message: PushMessage): Promise<void> {
  // Whoever looks at a page of ours is being rung there.
  if (secondsLeft(message, Date.now()) === 0 || (await openPages()).some(isLookedAt)) return;
  await show(message, true);
  for (;;) {
    await pause(Math.min(COUNT_EVERY_MS, (secondsLeft(message, Date.now()) ?? 0) * 1000));
    // Answered, dismissed, or taken away meanwhile.
    if (!(await isShown(message))) return;
    if (secondsLeft(message, Date.now()) === 0) return show(overOf(message), false);
    await show(message, false);
  }
}

/** Takes the place of the question, where it is still on the screen or worth telling anyway. */
async function takeAway(message: PushMessage): Promise<void> {
  if (message.isNews === true || (await isShown(message))) await show(message, false);
}

async function answer(message: PushMessage, action: string): Promise<void> {
  let path: string | null;
  try {
    path = await answered(message, action);
  } catch {
    return show(overOf(message), false);
  }
  if (path !== null) await openPage(path);
}

/** @returns where to go from here, null for nowhere @throws Error when the answer came too late */
async function answered(
  { kind, token, path }: PushMessage,
  action: string,
): Promise<string | null> {
  if (token === undefined) return path;
  if (kind === 'check') await post('/api/v1/push-check-answers', { token });
  if (kind === 'ring' && action === 'accept') return accept(token);
  if (kind !== 'ring' || action !== 'decline') return path;
  await post('/api/v1/ring-answers', { token, answer: 'decline' });
  return null;
}

/** @returns where to go: the room, or the studio while it is still being opened */
async function accept(token: string): Promise<string> {
  for (let tries = 0; tries < OPENING_TRIES; tries += 1) {
    const answer = await post('/api/v1/ring-answers', { token, answer: 'accept' });
    const { sessionId } = (await answer.json()) as { sessionId: string | null };
    if (sessionId !== null) return `/sessions/${sessionId}`;
    await pause(OPENING_PAUSE_MS);
  }
  return '/studio';
}

/** @throws Error when the server refuses it */
async function post(path: string, body: object): Promise<Response> {
  const answered = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answered.ok) throw new Error(`refused: ${answered.status}`);
  return answered;
}

/** The browser changed the address it is reached by: the server must know the new one. */
async function subscribeAgain(): Promise<void> {
  const known = await fetch('/api/v1/me/push');
  if (!known.ok) return;
  const { publicKey } = (await known.json()) as { publicKey: string };
  const subscription = await worker.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  await fetch('/api/v1/me/push', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] }),
  });
}

async function show(message: PushMessage, isFirst: boolean): Promise<void> {
  const { title, options } = shownOf(message, Date.now(), isFirst);
  await worker.registration.showNotification(title, options);
}

async function isShown({ tag }: PushMessage): Promise<boolean> {
  const shown = await worker.registration.getNotifications({ tag });
  return shown.some(({ data }) => (data as PushMessage).kind === 'ring');
}

/** A page of ours that is there already is brought to the front; else one is opened. */
async function openPage(path: string): Promise<void> {
  const [page] = await openPages();
  if (page === undefined) {
    await worker.clients.openWindow(path);
    return;
  }
  await page.focus().catch(() => page);
  if (new URL(page.url).pathname === path) return;
  // One that was opened before this worker was there cannot be led anywhere by it.
  await page.navigate(path).catch(() => worker.clients.openWindow(path));
}

function openPages(): Promise<WindowClient[]> {
  return worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

function isLookedAt({ focused, visibilityState }: WindowClient): boolean {
  return focused && visibilityState === 'visible';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
