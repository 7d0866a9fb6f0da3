import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to what has come into the place of something else, so that nobody who reads by ear or
 * goes by keyboard is left where nothing is any more. Without `isWanted` it does nothing.
 */
export function useFocusOnArrival<T extends HTMLElement>(isWanted = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (isWanted) element.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return element;
}
