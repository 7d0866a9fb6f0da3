import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../api/client';
import { Loaded } from '../api/Loaded';
import { ErrorSummary } from '../forms/ErrorSummary';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';

const KEY = ['calendar-feed'];

/** The secret address under which the own bookings can be subscribed to, renewed or taken back. */
export function CalendarFeed(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const [isCopied, setIsCopied] = useState(false);
  const feed = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/me/calendar-feed')) });
  const renew = useMutation({
    mutationFn: () => ok(api.POST('/me/calendar-feed')),
    onSuccess: (made) => queryClient.setQueryData(KEY, made),
  });
  const revoke = useMutation({
    mutationFn: () => ok(api.DELETE('/me/calendar-feed')),
    onSuccess: () => queryClient.setQueryData(KEY, { address: null }),
  });
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    setIsCopied(true);
  };
  return (
    <section className="grid gap-3">
      <h3 className="text-base">{t('common:calendar.feed.title')}</h3>
      <p className="text-sm text-muted">{t('common:calendar.feed.hint')}</p>
      <ErrorSummary error={renew.error ?? revoke.error} />
      <Loaded query={feed}>
        {({ address }) =>
          address === null ? (
            <Button
              look="secondary"
              className="justify-self-start"
              busy={renew.isPending}
              onClick={() => renew.mutate()}
            >
              {t('common:calendar.feed.make')}
            </Button>
          ) : (
            <div className="grid gap-3">
              <TextField
                label={t('common:calendar.feed.address')}
                hint={t('common:calendar.feed.secret')}
                value={address}
                readOnly
                dir="ltr"
                onFocus={(event) => event.target.select()}
              />
              <div className="flex flex-wrap gap-3">
                <Button look="secondary" onClick={() => void copy(address)}>
                  {t('common:calendar.feed.copy')}
                </Button>
                <Button look="quiet" busy={renew.isPending} onClick={() => renew.mutate()}>
                  {t('common:calendar.feed.renew')}
                </Button>
                <Button look="quiet" busy={revoke.isPending} onClick={() => revoke.mutate()}>
                  {t('common:calendar.feed.revoke')}
                </Button>
              </div>
              <p role="status" className="text-sm text-muted">
                {isCopied && t('common:calendar.feed.copied')}
              </p>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
