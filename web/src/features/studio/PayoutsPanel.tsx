import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { NextPayout, Payout, Payouts } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { Button } from '../../shared/ui/Button';
import { Dialog } from '../../shared/ui/Dialog';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { PayoutAccountForm } from './PayoutAccountForm';
import { PAYOUTS_KEY } from './payouts-key';

/** Where the money goes, what comes next or why nothing does, and what was sent so far. */
export function PayoutsPanel(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({ queryKey: PAYOUTS_KEY, queryFn: () => ok(api.GET('/studio/payouts')) });
  return (
    <Panel title={t('studio:payouts.title')}>
      <Loaded query={query}>
        {(payouts) => (
          <div className="grid gap-5">
            <Account payouts={payouts} />
            {payouts.next.map((next) => (
              <Next key={next.owed.currency} next={next} staffReason={payouts.staffReason} />
            ))}
            {payouts.payouts.length > 0 && <Sent payouts={payouts.payouts} />}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Account({ payouts: { account, form } }: { payouts: Payouts }): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const destination = account?.destination ?? null;
  const frozenUntil = account?.frozenUntil ?? null;
  return (
    <div className="grid justify-items-start gap-3">
      {destination !== null ? (
        <p>
          {t('studio:payouts.goesTo')}{' '}
          <bdi dir="ltr" className="font-bold">
            {destination}
          </bdi>
        </p>
      ) : (
        <Notice tone="caution" title={t('studio:payouts.noAccount')} className="w-full">
          {t('studio:payouts.noAccountHint')}
        </Notice>
      )}
      {account?.state === 'restricted' && (
        <Notice tone="caution" title={t('studio:payouts.restricted')} className="w-full" />
      )}
      {frozenUntil !== null && (
        <Notice tone="info" title={t('studio:payouts.frozen')} className="w-full">
          <TimeText at={frozenUntil} />
        </Notice>
      )}
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t(destination === null ? 'studio:payouts.set' : 'studio:payouts.change')}
      </Button>
      <Dialog title={t('studio:payouts.account')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <PayoutAccountForm
          form={form}
          isChange={destination !== null}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </div>
  );
}

function Next({
  next: { owed, amount, heldBy, nextDueAt },
  staffReason,
}: {
  next: NextPayout;
  staffReason: string | null;
}): ReactNode {
  const t = useT();
  return (
    <dl className="grid gap-3 rounded-md bg-sunken p-4 sm:grid-cols-2">
      <div>
        <dt className="text-sm text-muted">{t('studio:payouts.owed')}</dt>
        <dd className="text-xl font-bold">
          <MoneyText money={owed} exact />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t('studio:payouts.next')}</dt>
        <dd>
          {heldBy === null ? (
            <>
              <strong>
                <MoneyText money={amount} exact />
              </strong>{' '}
              {t('studio:payouts.withinTheHour')}
            </>
          ) : (
            <>
              {t(`studio:payouts.held.${heldBy}`)}
              {heldBy === 'nothing_due' && nextDueAt !== null && (
                <>
                  {' '}
                  <TimeText at={nextDueAt} style="date" />
                </>
              )}
              {heldBy === 'held_by_staff' && staffReason !== null && <q> {staffReason}</q>}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Sent({ payouts }: { payouts: readonly Payout[] }): ReactNode {
  const t = useT();
  return (
    <section>
      <h3 className="mb-2 font-medium">{t('studio:payouts.sent')}</h3>
      <ul className="grid gap-2">
        {payouts.map(({ id, amount, state, destination, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line pt-2"
          >
            <TimeText at={createdAt} style="date" />
            <strong>
              <MoneyText money={amount} exact />
            </strong>
            <bdi dir="ltr" className="text-muted">
              {destination}
            </bdi>
            <span>{t(`studio:payouts.state.${state}`)}</span>
            <a
              href={`/api/v1/studio/payouts/${id}/statement.csv`}
              download
              className="ms-auto inline-flex min-h-11 items-center text-accent underline"
            >
              {t('studio:payouts.statement')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
