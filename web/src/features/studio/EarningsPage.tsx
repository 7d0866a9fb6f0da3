import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Earning, Earnings } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ChartIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { PayoutChart } from './PayoutChart';
import { PayoutsPanel } from './PayoutsPanel';
import { StudioNav } from './StudioNav';

function EarningsView(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({
    queryKey: ['studio', 'earnings'],
    queryFn: () => ok(api.GET('/studio/earnings')),
  });
  return (
    <>
      <StudioNav />
      <PageHeading lead={t('studio:earnings.lead')}>{t('studio:earnings.title')}</PageHeading>
      <div className="grid gap-6">
        <PayoutsPanel />
        <Loaded query={query}>
          {(earnings) =>
            earnings.items.length === 0 ? (
              <EmptyState
                icon={ChartIcon}
                title={t('studio:earnings.none')}
                action={<ButtonLink to="/studio">{t('studio:earnings.goFree')}</ButtonLink>}
              />
            ) : (
              <div className="grid gap-6">
                <Totals totals={earnings.totals} />
                <Panel title={t('studio:earnings.chart')}>
                  <PayoutChart items={earnings.items} />
                </Panel>
                <Table items={earnings.items} />
              </div>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

const PARTS = ['gross', 'commission', 'payout'] as const;

function Totals({ totals }: { totals: Earnings['totals'] }): ReactNode {
  const t = useT();
  return (
    <ul className="grid gap-4">
      {totals.map((total) => (
        <li key={total.payout.currency}>
          <dl className="grid gap-3 sm:grid-cols-3">
            {PARTS.map((part) => (
              <div key={part} className="rounded-lg border border-line bg-surface p-5">
                <dt className="text-sm text-muted">{t(`studio:earnings.${part}`)}</dt>
                <dd className="text-xl font-bold">
                  <MoneyText money={total[part]} exact />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS = [
  'ended',
  'gross',
  'commission',
  'commissionTax',
  'payout',
  'due',
  'documents',
] as const;

function Table({ items }: { items: readonly Earning[] }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('studio:earnings.table')}>
      <div
        tabIndex={0}
        role="region"
        aria-label={t('studio:earnings.table')}
        className="overflow-x-auto"
      >
        <table className="w-full text-sm">
          <thead>
            <tr className="text-muted">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="pe-5 pb-2 text-start font-normal">
                  {t(`studio:earnings.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.sessionId} className="border-t border-line">
                <td className="py-2.5 pe-5">
                  <TimeText at={item.endedAt} />
                </td>
                {(['gross', 'commission', 'commissionTax', 'payout'] as const).map((part) => (
                  <td
                    key={part}
                    className={part === 'payout' ? 'py-2.5 pe-5 font-bold' : 'py-2.5 pe-5'}
                  >
                    <MoneyText money={item[part]} exact />
                  </td>
                ))}
                <td className="py-2.5 pe-5">
                  <TimeText at={item.payoutDueAt} style="date" />
                </td>
                <td className="py-2.5">
                  {item.documentIds.map((id, index) => (
                    <a
                      key={id}
                      href={`/api/v1/documents/${id}/pdf`}
                      download
                      aria-label={t('studio:earnings.document', { number: index + 1 })}
                      className="me-3 inline-flex min-h-11 min-w-11 items-center text-accent underline"
                    >
                      PDF
                    </a>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

export const page: Page<null> = {
  Component: EarningsView,
  head: ({ t }) => ({ title: t('studio:earnings.title'), isPrivate: true }),
};
