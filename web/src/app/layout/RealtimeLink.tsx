import { useEffect, useRef, type ReactNode } from 'react';
import { realtime } from '../../shared/realtime/socket';
import { useMe } from '../me';

/** Keeps the realtime connection in the name of whoever is signed in. */
export function RealtimeLink(): ReactNode {
  const personId = useMe().person?.id ?? null;
  const connectedAs = useRef(personId);
  useEffect(() => {
    if (connectedAs.current === personId) return;
    connectedAs.current = personId;
    void realtime.renew();
  }, [personId]);
  return null;
}
