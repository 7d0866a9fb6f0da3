import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatLength, secondsUntil } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { useNow } from '../../shared/ui/use-now';

interface RingingProps {
  request: HelpRequest;
  ring: NonNullable<HelpRequest['ring']>;
}

/** Somebody is being rung for the learner. */
export function Ringing({ request, ring }: RingingProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const now = useNow(500);
  const left = secondsUntil(ring.endsAt, now);
  const { displayName, avatarUrl } = ring.expert;
  return (
    <div className="grid justify-items-center gap-6 py-8 text-center">
      <div className="relative my-6">
        <span aria-hidden="true" className="absolute inset-0 animate-ring rounded-full bg-accent" />
        <span
          aria-hidden="true"
          className="absolute inset-0 animate-ring rounded-full bg-accent [animation-delay:0.8s]"
        />
        <Avatar src={avatarUrl} className="relative size-36 border-4 border-paper" />
      </div>
      <div className="grid gap-2">
        <p role="status" className="text-xl font-bold">
          {t('help:waiting.ringing', { name: displayName })}
        </p>
        <p className="text-muted">{request.listing.title}</p>
        <p className="text-muted tabular-nums">
          {t('help:waiting.left', { length: formatLength(left, 'second', locale) })}
        </p>
      </div>
      {request.triedExperts > 0 && (
        <p className="text-sm text-muted">
          {t('help:waiting.tried', { count: request.triedExperts })}
        </p>
      )}
      {request.hold && (
        <p className="max-w-form text-sm text-muted">
          {t('help:waiting.held')} <MoneyText money={request.hold} exact />{' '}
          {t('help:waiting.nothingYet')}
        </p>
      )}
      <Withdraw id={request.id} />
    </div>
  );
}

function Withdraw({ id }: { id: string }): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => ok(api.POST('/help-requests/{id}/withdraw', { params: { path: { id } } })),
    onSuccess: (request) => queryClient.setQueryData(['help-request', id], request),
  });
  return (
    <>
      <ErrorSummary error={withdraw.error} />
      <Button look="secondary" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('help:waiting.withdraw')}
      </Button>
    </>
  );
}
