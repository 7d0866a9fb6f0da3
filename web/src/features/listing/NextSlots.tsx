import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMe } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { ListingPage } from '../../shared/api/contract';
import { TimeText } from '../../shared/format/Formatted';
import { useLocale } from '../../shared/format/locale-context';
import { browserTimeZone, dayIn, formatDay, formatWallTime } from '../../shared/format/time';
import { buttonClass, ButtonLink } from '../../shared/ui/Button';
import { Skeleton } from '../../shared/ui/Skeleton';
import { useHydrated } from '../../shared/ui/use-now';

const DAYS_SHOWN = 3;
const SLOTS_PER_DAY_SHOWN = 4;

/** The next open times as links. Drawn in the browser, which knows the visitor's zone. */
export function NextSlots({ listing }: { listing: ListingPage }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const api = useApi();
  const { person } = useMe();
  const isHydrated = useHydrated();
  const { nextSlotStartsAt } = listing.availability;
  const { data, isError } = useQuery({
    queryKey: ['slots', listing.id, 'next'],
    enabled: isHydrated,
    queryFn: () => {
      const timeZone = person?.timeZone ?? browserTimeZone();
      return ok(
        api.GET('/listings/{id}/slots', {
          params: {
            path: { id: listing.id },
            query: { from: dayIn(timeZone, new Date()), days: 14, timeZone },
          },
        }),
      );
    },
  });
  const days = data?.days.filter(({ slots }) => slots.length > 0).slice(0, DAYS_SHOWN) ?? [];
  const book = `/listings/${listing.id}/book`;
  if (
    isError ||
    (data !== undefined && days.length === 0) ||
    (nextSlotStartsAt === null && !isHydrated)
  )
    return <p className="text-muted">{t('listing:noTimes')}</p>;
  return (
    <div className="grid gap-5">
      {data === undefined && !isHydrated && nextSlotStartsAt && (
        <Link
          to={`${book}?slot=${encodeURIComponent(nextSlotStartsAt)}`}
          className={buttonClass('secondary')}
        >
          <TimeText at={nextSlotStartsAt} style="day-time" />
        </Link>
      )}
      {data === undefined && isHydrated && <Skeleton className="h-60 w-full" />}
      {data !== undefined && (
        <p className="text-sm text-muted">
          {t('listing:inZone', { zone: data.timeZone.replaceAll('_', ' ') })}
        </p>
      )}
      {days.map((day) => (
        <div key={day.date} className="grid gap-2">
          <h3 className="text-sm">
            {formatDay(day.date, { weekday: 'long', day: 'numeric', month: 'long' }, locale)}
          </h3>
          <ul className="flex flex-wrap gap-2">
            {day.slots.slice(0, SLOTS_PER_DAY_SHOWN).map((slot) => (
              <li key={slot.startsAt}>
                <Link
                  to={`${book}?slot=${encodeURIComponent(slot.startsAt)}`}
                  className={buttonClass('secondary', 'tabular-nums')}
                >
                  <time dateTime={slot.startsAt}>
                    <bdi>{formatWallTime(slot.local, locale)}</bdi>
                  </time>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ButtonLink look="quiet" className="justify-self-start" to={book}>
        {t('listing:allTimes')}
      </ButtonLink>
    </div>
  );
}
