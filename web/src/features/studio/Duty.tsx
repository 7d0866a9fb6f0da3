import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useMe } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import type { StudioToday } from '../../shared/api/contract';
import { realtime } from '../../shared/realtime/socket';
import { keepPushKnown } from '../../shared/push/this-browser';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { IncomingRing } from './IncomingRing';
import { TODAY_KEY, useToday } from './use-today';

/** The server takes a page for closed after 45 seconds of silence. */
const HEARTBEAT_EVERY_MS = 15_000;

/** On every page of an expert: keeps them reachable while they want to be, and rings wherever they are. */
export default function Duty(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { data } = useToday();
  const wantsFree = data?.presence.wantsFree ?? false;
  const put = (change: (today: StudioToday) => StudioToday) =>
    queryClient.setQueryData<StudioToday>(TODAY_KEY, (today) => today && change(today));

  useEffect(() => {
    if (!wantsFree) return;
    const beat = () => void realtime.ask('presence.heartbeat', {}).catch(() => undefined);
    const stop = realtime.onConnected(beat);
    const timer = setInterval(beat, HEARTBEAT_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [wantsFree]);

  const personId = useMe().person?.id;
  useEffect(() => {
    // Quietly: what does not work now is said where it is switched on.
    if (personId !== undefined) void keepPushKnown(api, personId).catch(() => undefined);
  }, [api, personId]);

  useRealtime('ring.started', (ring) => put((today) => ({ ...today, ring })));
  const [endedRingId, setEndedRingId] = useState<string | null>(null);
  useRealtime('ring.ended', ({ ringId, wasSlower }) => {
    setEndedRingId(ringId);
    // The question goes away by itself; without a word it would look like a fault.
    if (wasSlower)
      void import('sonner').then(({ toast }) => toast(t('errors:scheduling.somebody_faster')));
  });
  if (!data?.ring) return null;
  return (
    <IncomingRing
      key={data.ring.id}
      ring={data.ring}
      isEnded={endedRingId === data.ring.id}
      onOver={() => put((today) => ({ ...today, ring: null }))}
    />
  );
}
