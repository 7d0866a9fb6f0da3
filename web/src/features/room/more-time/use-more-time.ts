import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../app/services';
import { ok } from '../../../shared/api/client';
import type { MoreTime, SessionView } from '../../../shared/api/contract';
import type { ChallengeOutcome } from '../../../shared/payment/ChallengeBox';
import type { PaidWith } from '../../../shared/payment/use-card-form';
import { useRealtime } from '../../../shared/realtime/use-realtime';
import { CEILING_WARNING_SECONDS } from '../core/milestones';

type Step =
  | { readonly kind: 'propose'; readonly minutes: 15 | 30 }
  | { readonly kind: 'agree' | 'decline' }
  | { readonly kind: 'pay'; readonly collect: () => Promise<PaidWith> }
  | { readonly kind: 'answer'; readonly outcome: ChallengeOutcome };

export interface MoreTimeNow {
  readonly options: MoreTime['options'];
  readonly reason: string | null;
  /** The one that is open, or how the last one ended. */
  readonly proposal: MoreTime['proposal'];
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly take: (step: Step) => void;
  readonly readSecret: () => Promise<string | null>;
}

/** What could be added to a session near its ceiling, and the proposal both see. */
export function useMoreTime(session: SessionView, remainingSeconds: number): MoreTimeNow {
  const api = useApi();
  const queryClient = useQueryClient();
  const { id } = session;
  const queryKey = ['more-time', id];
  const isNear = remainingSeconds <= CEILING_WARNING_SECONDS;
  const { data } = useQuery({
    queryKey,
    enabled: isNear && session.state !== 'waiting',
    queryFn: () => ok(api.GET('/sessions/{id}/more-time', { params: { path: { id } } })),
  });
  useRealtime('session.changed', (changed) => {
    if (changed.id === id) void queryClient.invalidateQueries({ queryKey });
  });
  const proposal = data?.proposal ?? null;
  const of = { path: { id, proposal: proposal?.id ?? '' } };
  const step = useMutation({
    mutationFn: async (taken: Step) => {
      switch (taken.kind) {
        case 'propose': {
          const body = { minutes: taken.minutes };
          return ok(api.POST('/sessions/{id}/more-time', { params: { path: { id } }, body }));
        }
        case 'agree':
          return ok(api.POST('/sessions/{id}/more-time/{proposal}/agree', { params: of }));
        case 'decline':
          return ok(api.POST('/sessions/{id}/more-time/{proposal}/decline', { params: of }));
        case 'pay': {
          const body = { payment: await taken.collect() };
          return ok(api.POST('/sessions/{id}/more-time/{proposal}/pay', { params: of, body }));
        }
        case 'answer': {
          const body = { outcome: taken.outcome };
          const path = '/sessions/{id}/more-time/{proposal}/authenticate';
          return ok(api.POST(path, { params: of, body }));
        }
      }
    },
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return {
    options: data?.options ?? [],
    reason: data?.reason ?? null,
    proposal,
    isBusy: step.isPending,
    error: step.error,
    take: step.mutate,
    readSecret: async () =>
      (await ok(api.GET('/sessions/{id}/more-time/{proposal}/authenticate', { params: of })))
        .secret,
  };
}
