import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { HelpRequest } from '../../shared/api/contract';
import { MoneyText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { formatList } from '../../shared/format/names';
import { formatLength, secondsUntil } from '../../shared/format/time';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Avatar } from '../../shared/ui/Avatar';
import { Button } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { useNow } from '../../shared/ui/use-now';

/** More faces than this say no more than their number. */
const FACES_MAX = 5;

/** One or several are being rung for the learner. */
export function Ringing({ request }: { request: HelpRequest }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const now = useNow(500);
  const { rings } = request;
  const left = Math.max(...rings.map(({ endsAt }) => secondsUntil(endsAt, now)));
  const names = rings.map(({ expert }) => expert.displayName);
  return (
    <div className="grid justify-items-center gap-6 py-8 text-center">
      <Faces rings={rings} />
      <div className="grid gap-2">
        <p role="status" className="text-xl font-bold">
          {names.length > FACES_MAX
            ? t('help:waiting.ringingMany', { count: names.length })
            : t('help:waiting.ringing', { name: formatList(names, locale) })}
        </p>
        {request.listing && <p className="text-muted">{request.listing.title}</p>}
        <p className="text-muted tabular-nums">
          {t('help:waiting.left', { length: formatLength(left, 'second', locale) })}
        </p>
      </div>
      {rings.length > 1 && (
        <p className="max-w-form text-sm text-muted">{t('help:waiting.first')}</p>
      )}
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

function Faces({ rings }: Pick<HelpRequest, 'rings'>) {
  const isAlone = rings.length === 1;
  return (
    <div className="my-6 flex justify-center">
      {rings.slice(0, FACES_MAX).map(({ expert }, index) => (
        <div key={expert.id} className={cx('relative', index > 0 && '-ms-4')}>
          <span
            aria-hidden="true"
            className="absolute inset-0 animate-ring rounded-full bg-accent"
          />
          {isAlone && (
            <span
              aria-hidden="true"
              className="absolute inset-0 animate-ring rounded-full bg-accent [animation-delay:0.8s]"
            />
          )}
          <Avatar
            src={expert.avatarUrl}
            className={cx('relative border-4 border-paper', isAlone ? 'size-36' : 'size-20')}
          />
        </div>
      ))}
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
