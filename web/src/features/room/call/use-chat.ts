import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePerson } from '../../../app/me';
import { useApi } from '../../../app/services';
import { ok } from '../../../shared/api/client';
import type { ChatMessage, Seat, SentFile } from '../../../shared/api/contract';
import { realtime } from '../../../shared/realtime/socket';
import { useRealtime } from '../../../shared/realtime/use-realtime';
import type { OwnMessage } from '../chat/own-message';
import { keepUnsent, readUnsent } from '../chat/unsent';

export interface Chat {
  readonly sessionId: string;
  readonly hasLoaded: boolean;
  readonly messages: readonly ChatMessage[];
  readonly pending: readonly OwnMessage[];
  readonly send: (text: string, files: readonly SentFile[]) => void;
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
  const [pending, setPending] = useState<readonly OwnMessage[]>(() => readUnsent(sessionId));
  useEffect(() => keepUnsent(sessionId, pending), [sessionId, pending]);
  const { data } = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}/messages', { params: { path: { id: sessionId } } })),
  });
  useRealtime('room.chat', ({ sessionId: of, ...message }) => {
    if (of !== sessionId) return;
    setPending((before) => before.filter((own) => own.clientId !== message.clientId));
    queryClient.setQueryData<{ items: ChatMessage[] }>(queryKey, (before) => ({
      items: [...(before?.items ?? []).filter(({ id }) => id !== message.id), message],
    }));
  });
  const deliver = (own: OwnMessage) => {
    setPending((before) => [...before.filter(({ clientId }) => clientId !== own.clientId), own]);
    const { clientId, text, files } = own;
    realtime
      .ask('room.chat', { sessionId, clientId, text, fileIds: files.map(({ id }) => id) })
      .catch(() =>
        setPending((before) =>
          before.map((each) => (each.clientId === clientId ? { ...each, hasFailed: true } : each)),
        ),
      );
  };
  return {
    sessionId,
    hasLoaded: data !== undefined,
    messages: data?.items ?? [],
    // One whose answer was lost may be among the messages already.
    pending: pending.filter(
      (own) => !data?.items.some(({ clientId }) => clientId === own.clientId),
    ),
    send: (text, files) =>
      deliver({ clientId: crypto.randomUUID(), text, files, hasFailed: false }),
    // The same clientId: the server takes a message once, however often it is sent.
    sendAgain: (message) => deliver({ ...message, hasFailed: false }),
  };
}
