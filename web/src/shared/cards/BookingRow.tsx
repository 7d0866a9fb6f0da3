import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { Booking } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { Avatar } from '../ui/Avatar';
import { cx } from '../ui/cx';
import { ForwardIcon } from '../ui/icons';

/** A booking in a list: when, what, with whom, how it stands. */
export function BookingRow({ booking }: { booking: Booking }): ReactNode {
  const { listing, expert, role } = booking;
  return (
    <Link
      to={`/bookings/${booking.id}`}
      className="flex items-center gap-4 rounded-lg border border-line bg-surface p-4 hover:shadow-card"
    >
      <Avatar src={expert.avatarUrl} size="sm" />
      <span className="min-w-0 grow">
        <span className="block font-medium">
          <TimeText at={booking.startsAt} style="day-time" />
        </span>
        <span className="block text-sm text-muted">
          {listing.title} ·{' '}
          <bdi className="whitespace-normal">
            {role === 'learner' ? expert.displayName : booking.learnerName}
          </bdi>
        </span>
      </span>
      <BookingMark state={booking.state} />
      <ForwardIcon />
    </Link>
  );
}

export function BookingMark({ state }: { state: Booking['state'] }): ReactNode {
  const t = useT();
  const isGood = state === 'confirmed' || state === 'live';
  return (
    <span
      className={cx(
        'shrink-0 rounded-full px-3 py-1 text-sm',
        isGood
          ? 'bg-accent-soft text-accent'
          : state === 'held'
            ? 'bg-caution-soft text-caution'
            : 'bg-sunken text-muted',
      )}
    >
      {t(`common:booking.states.${state}`)}
    </span>
  );
}
