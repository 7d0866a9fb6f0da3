import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePerson } from '../../../app/me';
import { useApi } from '../../../app/services';
import { ok } from '../../../shared/api/client';
import type { ChatMessage, Seat } from '../../../shared/api/contract';
import { realtime } from '../../../shared/realtime/socket';
import { useRealtime } from '../../../shared/realtime/use-realtime';

/** A message of this page that the server has not taken yet. */
export interface OwnMessage {
  readonly clientId: string;
  readonly text: string;
  readonly hasFailed: boolean;
}

export interface Chat {
  readonly hasLoaded: boolean;
  readonly messages: readonly ChatMessage[];
  readonly pending: readonly OwnMessage[];
  readonly send: (text: string) => void;
  readonly sendAgain: (message: OwnMessage) => void;
}

/** Whether a message is this person's own, from here or from another of their pages. */
export function useIsMine(seat: Seat | null): (message: ChatMessage) => boolean {
  const { id } = usePerson();
  return ({ from }) => from === id || from === seat?.participantId;
}

export function useChat(sessionId: string): Chat {
  const api = useApi();
  const queryClient = useQueryClient();
  const queryKey = ['messages', sessionId];
  const [pending, setPending] = useState<readonly OwnMessage[]>([]);
  const { data } = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}/messages', { params: { path: { id: sessionId } } })),
  });
  useRealtime('room.chat', ({ clientId, ...message }) => {
    setPending((before) => before.filter((own) => own.clientId !== clientId));
    queryClient.setQueryData<{ items: ChatMessage[] }>(queryKey, (before) => ({
      items: [...(before?.items ?? []).filter(({ id }) => id !== message.id), message],
    }));
  });
  const deliver = (own: OwnMessage) => {
    setPending((before) => [...before.filter(({ clientId }) => clientId !== own.clientId), own]);
    const { clientId, text } = own;
    realtime
      .ask('room.chat', { sessionId, clientId, text })
      .catch(() =>
        setPending((before) =>
          before.map((each) => (each.clientId === clientId ? { ...each, hasFailed: true } : each)),
        ),
      );
  };
  return {
    hasLoaded: data !== undefined,
    messages: data?.items ?? [],
    pending,
    send: (text) => deliver({ clientId: crypto.randomUUID(), text, hasFailed: false }),
    // The same clientId: the server takes a message once, however often it is sent.
    sendAgain: (message) => deliver({ ...message, hasFailed: false }),
  };
}
