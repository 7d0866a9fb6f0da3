import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { ChallengeBox, type ChallengeOutcome } from '../../shared/payment/ChallengeBox';

/** Nobody is rung before the bank has its answer. */
export function Challenge({ request }: { request: HelpRequest }): ReactNode {
  const api = useApi();
  const queryClient = useQueryClient();
  const { id } = request;
  const answer = useMutation({
    mutationFn: (outcome: ChallengeOutcome) =>
      ok(
        api.POST('/help-requests/{id}/authenticate', {
          params: { path: { id } },
          body: { outcome },
        }),
      ),
    onSuccess: (changed) => queryClient.setQueryData(['help-request', id], changed),
  });
  return (
    <ChallengeBox
      amount={request.ceiling}
      readSecret={async () =>
        (await ok(api.GET('/help-requests/{id}/authenticate', { params: { path: { id } } }))).secret
      }
      error={answer.error}
      isBusy={answer.isPending}
      onAnswer={answer.mutate}
    />
  );
}
