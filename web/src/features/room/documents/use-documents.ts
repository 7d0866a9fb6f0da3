import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePerson } from '../../../app/me';
import { useApi } from '../../../app/services';
import { ok } from '../../../shared/api/client';
import type { SharedDocument } from '../../../shared/api/contract';
import { realtime } from '../../../shared/realtime/socket';
import { useRealtime } from '../../../shared/realtime/use-realtime';

interface List {
  readonly items: readonly SharedDocument[];
}

export interface SharedDocuments {
  readonly items: readonly SharedDocument[];
  /** Opened by the other since one last looked. */
  readonly unseen: number;
  readonly hasLooked: () => void;
}

/** The shared documents of a session, as they come and change. */
export function useDocuments(sessionId: string): SharedDocuments {
  const api = useApi();
  const { id: ownId } = usePerson();
  const queryClient = useQueryClient();
  const queryKey = ['documents', sessionId];
  const [seen, setSeen] = useState<number | null>(null);
  const { data } = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}/documents', { params: { path: { id: sessionId } } })),
  });
  useRealtime('document.changed', ({ sessionId: of, document }) => {
    if (of !== sessionId) return;
    queryClient.setQueryData<List>(queryKey, (before) => ({
      items: [...(before?.items ?? []).filter(({ id }) => id !== document.id), document].sort(
        (one, two) => one.createdAt.localeCompare(two.createdAt),
      ),
    }));
  });
  // What was opened while the line was down is asked for.
  useEffect(
    () =>
      realtime.onConnected(
        () => void queryClient.invalidateQueries({ queryKey: ['documents', sessionId] }),
      ),
    [queryClient, sessionId],
  );
  const foreign = data?.items.filter(({ createdBy }) => createdBy !== ownId).length ?? null;
  useEffect(() => {
    if (seen === null && foreign !== null) setSeen(foreign);
  }, [seen, foreign]);
  return {
    items: data?.items ?? [],
    unseen: seen === null ? 0 : Math.max(0, (foreign ?? 0) - seen),
    hasLooked: () => setSeen(foreign),
  };
}
