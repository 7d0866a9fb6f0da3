import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { usePerson } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Slot, SlotDays } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { useLocale } from '../../shared/format/locale-context';
import { dayIn, formatDay, formatWallTime } from '../../shared/format/time';
import { Button } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { EmptyState } from '../../shared/ui/EmptyState';
import { BackIcon, CalendarIcon, ForwardIcon } from '../../shared/ui/icons';
import { Skeleton } from '../../shared/ui/Skeleton';

const DAYS_PER_VIEW = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

interface SlotCalendarProps {
  listingId: string;
  chosen: string | null;
  onChoose: (slot: Slot) => void;
  /** Tells the slot of the address once it is among those on show. */
  onKnown: (slot: Slot) => void;
}

/** Two weeks at a time: days that have times, then the times of one day. Asked for again whenever the page is looked at. */
export function SlotCalendar(props: SlotCalendarProps): ReactNode {
  const t = useT();
  const api = useApi();
  const { timeZone } = usePerson();
  const [first] = useState(() => firstDay(props.chosen, timeZone));
  const [from, setFrom] = useState(first);
  const query = useQuery({
    queryKey: ['slots', props.listingId, from, timeZone],
    staleTime: 0,
    queryFn: () =>
      ok(
        api.GET('/listings/{id}/slots', {
          params: {
            path: { id: props.listingId },
            query: { from, days: DAYS_PER_VIEW, timeZone },
          },
        }),
      ),
  });
  return (
    <div className="grid gap-5">
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm text-muted">
          {t('bookings:zone', { zone: timeZone.replaceAll('_', ' ') })}
        </p>
        <div className="flex gap-2">
          <Button
            look="secondary"
            className="px-3"
            aria-label={t('bookings:earlier')}
            disabled={from <= dayIn(timeZone, new Date())}
            onClick={() => setFrom(shifted(from, -DAYS_PER_VIEW, timeZone))}
          >
            <BackIcon />
          </Button>
          <Button
            look="secondary"
            className="px-3"
            aria-label={t('bookings:later')}
            onClick={() => setFrom(shifted(from, DAYS_PER_VIEW, timeZone))}
          >
            <ForwardIcon />
          </Button>
        </div>
      </div>
      <Loaded query={query} skeleton={<Skeleton className="h-56 w-full" />}>
        {(data) => <Days key={from} data={data} {...props} />}
      </Loaded>
    </div>
  );
}

function Days({
  data,
  chosen,
  onChoose,
  onKnown,
}: SlotCalendarProps & { data: SlotDays }): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const days = data.days.filter(({ slots }) => slots.length > 0);
  const chosenDay = days.find(({ slots }) => slots.some(({ startsAt }) => startsAt === chosen));
  const [date, setDate] = useState(chosenDay?.date ?? days[0]?.date);
  const times = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const slot = chosenDay?.slots.find(({ startsAt }) => startsAt === chosen);
    if (slot) onKnown(slot);
  }, [chosen, chosenDay, onKnown]);
  if (days.length === 0)
    return (
      <EmptyState icon={CalendarIcon} title={t('bookings:none.title')}>
        {t('bookings:none.hint')}
      </EmptyState>
    );
  const day = days.find((each) => each.date === date) ?? days[0];
  return (
    <div className="grid gap-5">
      <ul className="-mx-1 flex gap-2 overflow-x-auto p-1" aria-label={t('bookings:days')}>
        {days.map((each) => (
          <li key={each.date} className="shrink-0">
            <button
              type="button"
              aria-pressed={each.date === day?.date}
              onClick={() => {
                setDate(each.date);
                times.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
              }}
              className="grid min-h-16 min-w-16 place-content-center rounded-md border border-edge px-3 text-center aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              <span className="text-sm">{formatDay(each.date, { weekday: 'short' }, locale)}</span>
              <span className="font-bold">
                {formatDay(each.date, { day: 'numeric', month: 'short' }, locale)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div ref={times} aria-live="polite">
        {day && (
          <>
            <h3 className="mb-3 text-base">
              {formatDay(day.date, { weekday: 'long', day: 'numeric', month: 'long' }, locale)}
            </h3>
            <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5 md:grid-cols-6">
              {day.slots.map((slot) => (
                <li key={slot.startsAt}>
                  <button
                    type="button"
                    aria-pressed={slot.startsAt === chosen}
                    onClick={() => onChoose(slot)}
                    className={cx(
                      'min-h-12 w-full rounded-full border font-medium tabular-nums',
                      slot.startsAt === chosen
                        ? 'border-accent bg-accent text-on-accent'
                        : 'border-edge bg-surface hover:bg-sunken',
                    )}
                  >
                    <bdi>{formatWallTime(slot.local, locale)}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

function firstDay(chosen: string | null, timeZone: string): string {
  const today = dayIn(timeZone, new Date());
  if (chosen === null || Number.isNaN(Date.parse(chosen))) return today;
  const day = dayIn(timeZone, new Date(chosen));
  const lastOfFirstView = shifted(today, DAYS_PER_VIEW - 1, timeZone);
  return day > lastOfFirstView ? day : today;
}

/** Some days on, never before today. */
function shifted(day: string, days: number, timeZone: string): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const today = dayIn(timeZone, new Date());
  return moved < today ? today : moved;
}
