import { useEffect, useRef } from 'react';
import { realtime, type ServerEvent, type ServerEvents } from './socket';

/** Hears an event while the component is on the page. */
export function useRealtime<Event extends ServerEvent>(
  event: Event,
  hear: (payload: ServerEvents[Event]) => void,
): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => realtime.on(event, (payload) => latest.current(payload)), [event]);
}
