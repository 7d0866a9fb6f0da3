import { useSyncExternalStore } from 'react';

/** `auto` is what the reader's language usually does. */
export const HOUR_CHOICES = ['auto', '12', '24'] as const;

export type HourChoice = (typeof HOUR_CHOICES)[number];

const KEY = 'visavis_hours';
const listeners = new Set<() => void>();

/** How this browser's reader wants hours written; kept on the device, as it is about its screen. */
export function useHourChoice(): [HourChoice, (choice: HourChoice) => void] {
  const choice = useSyncExternalStore(listen, read, () => 'auto' as const);
  return [choice, keep];
}

/** What Intl is to be told for a choice. */
export function hourOptions(choice: HourChoice): { hourCycle?: 'h12' | 'h23' } {
  if (choice === 'auto') return {};
  return { hourCycle: choice === '12' ? 'h12' : 'h23' };
}

function read(): HourChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return HOUR_CHOICES.find((choice) => choice === kept) ?? 'auto';
  } catch {
    // A browser that keeps nothing: the language decides.
    return 'auto';
  }
}

function keep(choice: HourChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // As above.
  }
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
