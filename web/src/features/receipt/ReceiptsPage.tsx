import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { Loaded } from '../../shared/api/Loaded';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { Avatar } from '../../shared/ui/Avatar';
import { ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { DocumentIcon, ForwardIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';

function Receipts(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({ queryKey: ['receipts'], queryFn: () => ok(api.GET('/receipts')) });
  return (
    <>
      <PageHeading>{t('receipt:list.title')}</PageHeading>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={DocumentIcon}
              title={t('receipt:list.none')}
              action={<ButtonLink to="/search?freeNow=1">{t('receipt:list.search')}</ButtonLink>}
            />
          ) : (
            <ul className="grid gap-2">
              {items.map((receipt) => (
                <li key={receipt.sessionId}>
                  <Link
                    to={`/receipts/${receipt.sessionId}`}
                    className="flex items-center gap-4 rounded-lg border border-line bg-surface p-4 hover:shadow-card"
                  >
                    <Avatar src={receipt.other.avatarUrl} size="sm" />
                    <span className="min-w-0 grow">
                      <span className="block font-medium">{receipt.listingTitle}</span>
                      <span className="block text-sm text-muted">
                        <bdi>{receipt.other.displayName}</bdi> ·{' '}
                        <TimeText at={receipt.endedAt} style="date" />
                      </span>
                    </span>
                    <span className="font-medium">
                      {receipt.charged.amountMinor === '0' ? (
                        t('common:price.free')
                      ) : (
                        <MoneyText money={receipt.charged} exact />
                      )}
                    </span>
                    <ForwardIcon />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

export const page: Page<null> = {
  Component: Receipts,
  head: ({ t }) => ({ title: t('receipt:list.title'), isPrivate: true }),
};
