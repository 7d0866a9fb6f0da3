import { useEffect, useSyncExternalStore } from 'react';

let isOn = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  isOn = next;
  for (const listener of listeners) listener();
}

/** While the component is on the page, only the page itself is shown: no header, no footer. */
export function useImmersive(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    set(true);
    return () => set(false);
  }, [active]);
}

export function useIsImmersive(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
    () => false,
  );
}
