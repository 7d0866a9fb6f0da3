import { useSyncExternalStore } from 'react';
import type { PresenceState } from '../api/contract';
import { realtime } from './socket';

/** What has changed since the page was drawn, by expert. */
const changes = new Map<string, PresenceState>();
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= realtime.on('presence.changed', ({ expertId, state }) => {
    changes.set(expertId, state);
    for (const each of listeners) each();
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** The expert's presence as it is now: what the page was drawn with, until a change is heard. */
export function usePresence(expertId: string, drawn: PresenceState): PresenceState {
  return useSyncExternalStore(
    subscribe,
    () => changes.get(expertId) ?? drawn,
    () => drawn,
  );
}
