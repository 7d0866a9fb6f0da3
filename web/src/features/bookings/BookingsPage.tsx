import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Booking } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { BookingRow } from '../../shared/cards/BookingRow';
import { CalendarFeed } from '../../shared/calendar/CalendarFeed';
import { Reminders } from '../../shared/calendar/Reminders';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { CalendarIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';

const AHEAD = new Set<Booking['state']>(['held', 'confirmed', 'live']);

function Bookings(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const query = useQuery({ queryKey: ['bookings'], queryFn: () => ok(api.GET('/bookings')) });
  useRealtime('booking.changed', () => {
    void queryClient.invalidateQueries({ queryKey: ['bookings'] });
  });
  return (
    <>
      <PageHeading>{t('bookings:list.title')}</PageHeading>
      <details className="mb-6 rounded-lg border border-line bg-surface p-4">
        <summary className="flex min-h-11 cursor-pointer items-center font-medium">
          {t('common:calendar.title')}
        </summary>
        <div className="mt-4 grid gap-6">
          <Reminders />
          <CalendarFeed />
        </div>
      </details>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={CalendarIcon}
              title={t('bookings:list.none')}
              action={<ButtonLink to="/search">{t('bookings:list.search')}</ButtonLink>}
            >
              {t('bookings:list.noneHint')}
            </EmptyState>
          ) : (
            <div className="grid gap-8">
              <Group title={t('bookings:list.ahead')} items={items.filter(isAhead)} />
              <Group
                title={t('bookings:list.past')}
                items={items.filter((booking) => !isAhead(booking))}
              />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function isAhead({ state }: Booking): boolean {
  return AHEAD.has(state);
}

function Group({ title, items }: { title: string; items: readonly Booking[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{title}</h2>
      <ul className="grid gap-2">
        {items.map((booking) => (
          <li key={booking.id}>
            <BookingRow booking={booking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export const page: Page<null> = {
  Component: Bookings,
  head: ({ t }) => ({ title: t('bookings:list.title'), isPrivate: true }),
};
