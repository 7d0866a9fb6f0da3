import type { ReactNode } from 'react';
import { useMe } from '../../app/me';
import type { Page } from '../../app/page';
import { useT } from '../../i18n/use-t';
import { Loaded } from '../../shared/api/Loaded';
import { BookingRow } from '../../shared/cards/BookingRow';
import { MoneyText } from '../../shared/format/Formatted';
import { ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { CalendarIcon, PersonIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { PresenceSwitch } from './PresenceSwitch';
import { StudioNav } from './StudioNav';
import { useToday } from './use-today';

function Today(): ReactNode {
  const t = useT();
  const isExpert = useMe().person?.roles.includes('expert') ?? false;
  return (
    <>
      <StudioNav />
      <PageHeading>{t('studio:today.title')}</PageHeading>
      {isExpert ? (
        <ExpertsDay />
      ) : (
        <EmptyState
          icon={PersonIcon}
          title={t('studio:today.notYet')}
          action={
            <ButtonLink to="/studio/application">{t('studio:today.toApplication')}</ButtonLink>
          }
        >
          {t('studio:today.notYetHint')}
        </EmptyState>
      )}
    </>
  );
}

function ExpertsDay(): ReactNode {
  const t = useT();
  const query = useToday();
  return (
    <Loaded query={query}>
      {(today) => (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
          <div className="grid gap-6">
            <PresenceSwitch {...today} />
            <Panel title={t('studio:today.next')}>
              {today.nextBookings.length === 0 ? (
                <EmptyState
                  icon={CalendarIcon}
                  title={t('studio:today.noBookings')}
                  action={
                    <ButtonLink look="secondary" to="/studio/availability">
                      {t('studio:today.openHours')}
                    </ButtonLink>
                  }
                />
              ) : (
                <ul className="grid gap-2">
                  {today.nextBookings.map((booking) => (
                    <li key={booking.id}>
                      <BookingRow booking={booking} />
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </div>
          <Panel title={t('studio:today.money')}>
            {today.moneyOnItsWay.length === 0 ? (
              <p className="text-muted">{t('studio:today.noMoney')}</p>
            ) : (
              <ul className="grid gap-1">
                {today.moneyOnItsWay.map((money) => (
                  <li key={money.currency} className="text-2xl font-bold">
                    <MoneyText money={money} exact />
                  </li>
                ))}
              </ul>
            )}
            <p className="mt-3 text-sm text-muted">{t('studio:today.moneyHint')}</p>
            <ButtonLink look="quiet" className="mt-2 -ms-5" to="/studio/earnings">
              {t('studio:nav.earnings')}
            </ButtonLink>
          </Panel>
        </div>
      )}
    </Loaded>
  );
}

export const page: Page<null> = {
  Component: Today,
  head: ({ t }) => ({ title: t('studio:today.title'), isPrivate: true }),
};
