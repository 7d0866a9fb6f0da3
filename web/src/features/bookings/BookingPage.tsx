import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Booking } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { BookingMark } from '../../shared/cards/BookingRow';
import { MoneyText, TimeText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { useRealtime } from '../../shared/realtime/use-realtime';
import { Avatar } from '../../shared/ui/Avatar';
import { ButtonLink } from '../../shared/ui/Button';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ClockIcon } from '../../shared/ui/icons';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { ConfirmHold } from './ConfirmHold';
import { LateCharge } from './LateCharge';
import { Moves } from './MoveBooking';
import { WhatNext } from './WhatNext';

function BookingView(): ReactNode {
  const t = useT();
  const api = useApi();
  const queryClient = useQueryClient();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['booking', id],
    queryFn: () => ok(api.GET('/bookings/{id}', { params: { path: { id } } })),
  });
  useRealtime('booking.changed', ({ bookingId }) => {
    if (bookingId === id) void queryClient.invalidateQueries({ queryKey: ['booking', id] });
  });
  return (
    <div className="mx-auto max-w-prose">
      <PageHeading>{t('bookings:one.title')}</PageHeading>
      <Loaded query={query}>
        {(booking) => (
          <div className="grid gap-6">
            <Facts booking={booking} />
            <Moves booking={booking} />
            <LateCharge booking={booking} />
            <Stage booking={booking} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Stage({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  switch (booking.state) {
    case 'held':
      return <ConfirmHold booking={booking} />;
    case 'confirmed':
    case 'live':
      return <WhatNext booking={booking} />;
    case 'completed':
    case 'no_show':
      return booking.sessionId === null ? null : (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={`/receipts/${booking.sessionId}`}>{t('bookings:one.receipt')}</ButtonLink>
          <ButtonLink look="secondary" to={`/sessions/${booking.sessionId}/timeline`}>
            {t('common:timeline.link')}
          </ButtonLink>
        </div>
      );
    case 'expired':
    case 'cancelled':
      return (
        <EmptyState
          icon={ClockIcon}
          title={t(`bookings:over.${booking.state}`)}
          action={
            <ButtonLink to={`/listings/${booking.listing.id}/book`}>
              {t('bookings:over.again')}
            </ButtonLink>
          }
        />
      );
  }
}

function Facts({ booking }: { booking: Booking }): ReactNode {
  const t = useT();
  const { timeZone } = useLocale();
  const { expert, listing, role } = booking;
  return (
    <Panel>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 items-center gap-4">
          <Avatar src={expert.avatarUrl} />
          <div className="min-w-0">
            <p className="font-medium">{listing.title}</p>
            <p className="text-sm text-muted">
              <bdi className="whitespace-normal">
                {role === 'learner' ? expert.displayName : booking.learnerName}
              </bdi>
            </p>
          </div>
        </div>
        <BookingMark state={booking.state} />
      </div>
      <dl className="mt-5 grid gap-4 border-t border-line pt-5 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-muted">{t('bookings:one.when')}</dt>
          <dd className="font-medium">
            <TimeText at={booking.startsAt} style="day-time" /> –{' '}
            <TimeText at={booking.endsAt} style="time" />
          </dd>
          {timeZone && (
            <dd className="text-sm text-muted">
              {t('bookings:zone', { zone: timeZone.replaceAll('_', ' ') })}
            </dd>
          )}
        </div>
        <div>
          <dt className="text-sm text-muted">{t('bookings:one.price')}</dt>
          <dd className="font-medium">
            {booking.price === null ? (
              t('common:price.free')
            ) : (
              <MoneyText money={booking.price} exact />
            )}
          </dd>
        </div>
      </dl>
      {booking.problem && (
        <p className="own-words mt-4 border-t border-line pt-4">{booking.problem}</p>
      )}
    </Panel>
  );
}

export const page: Page<null> = {
  Component: BookingView,
  head: ({ t }) => ({ title: t('bookings:one.title'), isPrivate: true }),
};
