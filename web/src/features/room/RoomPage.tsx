import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { ok } from '../../shared/api/client';
import type { SessionView } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { useRoomCall } from './call/use-room-call';
import { Lobby } from './Lobby';
import { LiveStage } from './stage/LiveStage';
import { WrapUp } from './WrapUp';

/** Pushes say what changes; asking covers a push that was lost. */
const ASK_EVERY_MS = 5000;

const OVER = new Set<SessionView['state']>(['ended', 'settled']);

function Room(): ReactNode {
  const api = useApi();
  const queryClient = useQueryClient();
  const { id = '' } = useParams();
  const queryKey = ['session', id];
  const query = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'settled' ? false : ASK_EVERY_MS),
  });
  useRealtime('session.changed', (changed) => {
    if (changed.id === id) void queryClient.invalidateQueries({ queryKey });
  });
  return <Loaded query={query}>{(session) => <Phase key={session.id} session={session} />}</Loaded>;
}

/** Check, live, wrap-up. */
function Phase({ session }: { session: SessionView }): ReactNode {
  const [visit, setVisit] = useState(0);
  const { call, view } = useRoomCall(session.id, visit);
  if (OVER.has(session.state)) return <WrapUp session={session} />;
  if (view.state === 'idle')
    return <Lobby key={visit} session={session} call={call} problem={view.problem} />;
  return (
    <LiveStage
      session={session}
      call={call}
      view={view}
      onComeBack={() => setVisit((before) => before + 1)}
    />
  );
}

export const page: Page<null> = {
  Component: Room,
  head: ({ t }) => ({ title: t('room:title'), isPrivate: true }),
};
