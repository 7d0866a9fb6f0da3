import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../../../app/services';
import { RoomCall, type CallView } from './room-call';

/** The call of this page, left when the page is left. Another `visit` is a new call in the same room. */
export function useRoomCall(sessionId: string, visit: number): { call: RoomCall; view: CallView } {
  const api = useApi();
  const call = useMemo(() => {
    void visit;
    return new RoomCall(api, sessionId);
  }, [api, sessionId, visit]);
  const view = useSyncExternalStore(call.subscribe, call.current, call.current);
  useEffect(() => {
    const leave = () => void call.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      // React mounts twice while developing; a call that has not begun has nothing to leave.
      if (call.current().state !== 'idle') leave();
    };
  }, [call]);
  return { call, view };
}
