import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../app/services';
import { ok } from '../../../shared/api/client';
import type { RecordingPurpose, RoomRecording } from '../../../shared/api/contract';
import { useLocale } from '../../../shared/format/locale-context';
import { useRealtime } from '../../../shared/realtime/use-realtime';

/** Pushes say what changes; asking covers a push that was lost. */
const ASK_EVERY_MS = 10_000;

export interface RoomConsent {
  /** Undefined until it was asked. */
  readonly room: RoomRecording | undefined;
  /** What one has just said and the server has not heard yet; shown at once. */
  readonly saying: { readonly purpose: RecordingPurpose; readonly hasAgreed: boolean } | null;
  readonly problem: unknown;
  answer(purpose: RecordingPurpose, hasAgreed: boolean): void;
}

/** How recording stands in a room, and the own say in it. The server alone starts and stops anything. */
export function useRecording(sessionId: string): RoomConsent {
  const api = useApi();
  const queryClient = useQueryClient();
  const { language } = useLocale();
  const params = { path: { id: sessionId } };
  const queryKey = ['recording', sessionId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => ok(api.GET('/sessions/{id}/recording', { params })),
    refetchInterval: ASK_EVERY_MS,
  });
  useRealtime('recording.changed', (changed) => {
    if (changed.sessionId === sessionId) void queryClient.invalidateQueries({ queryKey });
  });
  const answer = useMutation({
    mutationFn: (said: { purpose: RecordingPurpose; hasAgreed: boolean }) =>
      ok(
        api.POST('/sessions/{id}/recording/consents', {
          params,
          body: { ...said, wording: data?.wording ?? '', language },
        }),
      ),
    onSuccess: (room) => queryClient.setQueryData(queryKey, room),
  });
  return {
    room: data,
    saying: answer.isPending ? answer.variables : null,
    problem: answer.error,
    answer: (purpose, hasAgreed) => answer.mutate({ purpose, hasAgreed }),
  };
}

export function isTaking({ state }: RoomRecording['purposes'][number]): boolean {
  return state === 'starting' || state === 'recording';
}
