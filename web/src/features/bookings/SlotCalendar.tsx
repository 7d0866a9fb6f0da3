import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { usePerson } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Slot, SlotDays } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { hourOptions, useHourChoice } from '../../shared/format/hour-cycle';
import { useLocale } from '../../shared/format/locale-context';
import { dayIn, formatDay, formatWallTime } from '../../shared/format/time';
import { TimeZoneField } from '../../shared/forms/TimeZoneField';
import { Button } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { EmptyState } from '../../shared/ui/EmptyState';
import { BackIcon, CalendarIcon, ForwardIcon } from '../../shared/ui/icons';
import { Skeleton } from '../../shared/ui/Skeleton';
import { HourChoiceField } from './HourChoiceField';
import type { SlotChoice } from './use-slot-choice';

const DAYS_PER_VIEW = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

interface SlotCalendarProps {
  listingId: string;
  /** What stands in the address: day, zone and picked slot. */
  choice: SlotChoice;
  onChoose: (slot: Slot) => void;
  /** Tells the slot of the address once it is among those on show. */
  onKnown: (slot: Slot) => void;
}

/** Two weeks at a time: days that have times, then the times of one day. Asked for again whenever the page is looked at. */
export function SlotCalendar(props: SlotCalendarProps): ReactNode {
  const t = useT();
  const api = useApi();
  const person = usePerson();
  const { choice } = props;
  const timeZone = choice.zone ?? person.timeZone;
  const from = firstDay(choice, timeZone);
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
  const go = (days: number) => choice.show({ from: shifted(from, days, timeZone), day: null });
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
        <TimeZoneField
          label={t('bookings:zoneChoice')}
          value={timeZone}
          onChange={(zone) => choice.show({ zone })}
        />
        <HourChoiceField />
      </div>
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm text-muted" aria-live="polite">
          {t('bookings:zone', { zone: timeZone.replaceAll('_', ' ') })}
        </p>
        <div className="flex gap-2">
          <Button
            look="secondary"
            className="px-3"
            aria-label={t('bookings:earlier')}
            disabled={from <= dayIn(timeZone, new Date())}
            onClick={() => go(-DAYS_PER_VIEW)}
          >
            <BackIcon />
          </Button>
          <Button
            look="secondary"
            className="px-3"
            aria-label={t('bookings:later')}
            onClick={() => go(DAYS_PER_VIEW)}
          >
            <ForwardIcon />
          </Button>
        </div>
      </div>
      <Loaded query={query} skeleton={<Skeleton className="h-56 w-full" />}>
        {(data) => <Days data={data} onLater={() => go(DAYS_PER_VIEW)} {...props} />}
      </Loaded>
    </div>
  );
}

interface DaysProps extends SlotCalendarProps {
  data: SlotDays;
  onLater: () => void;
}

function Days({ data, choice, onChoose, onKnown, onLater }: DaysProps): ReactNode {
  const t = useT();
  const { locale } = useLocale();
  const days = data.days.filter(({ slots }) => slots.length > 0);
  const chosenDay = days.find(({ slots }) =>
    slots.some(({ startsAt }) => startsAt === choice.slot),
  );
  const times = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const slot = chosenDay?.slots.find(({ startsAt }) => startsAt === choice.slot);
    if (slot) onKnown(slot);
  }, [choice.slot, chosenDay, onKnown]);
  const day = days.find(({ date }) => date === choice.day) ?? chosenDay ?? days[0];
  if (day === undefined)
    return (
      <EmptyState
        icon={CalendarIcon}
        title={t('bookings:none.title')}
        action={
          <Button look="secondary" onClick={onLater}>
            {t('bookings:none.later')}
          </Button>
        }
      >
        {t('bookings:none.hint')}
      </EmptyState>
    );
  return (
    <div className="grid gap-5">
      <ul
        className="-mx-1 flex gap-2 overflow-x-auto p-1"
        aria-label={t('bookings:days')}
        onKeyDown={withArrows}
      >
        {days.map((each) => (
          <li key={each.date} className="shrink-0">
            <button
              type="button"
              aria-pressed={each.date === day.date}
              onClick={() => {
                choice.show({ day: each.date });
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
        <h3 className="mb-3 text-base">
          {formatDay(day.date, { weekday: 'long', day: 'numeric', month: 'long' }, locale)}
        </h3>
        <Times slots={day.slots} chosen={choice.slot} onChoose={onChoose} />
      </div>
    </div>
  );
}

interface TimesProps {
  slots: readonly Slot[];
  chosen: string | null;
  onChoose: (slot: Slot) => void;
}

function Times({ slots, chosen, onChoose }: TimesProps): ReactNode {
  const { locale } = useLocale();
  const [hours] = useHourChoice();
  return (
    <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5 md:grid-cols-6" onKeyDown={withArrows}>
      {slots.map((slot) => (
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
            <bdi>{formatWallTime(slot.local, locale, hourOptions(hours))}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Arrows go from one button of the list to the next, in reading direction; Tab does too. */
function withArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
  const next =
    event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : at + (step ?? 0);
  if (at < 0 || next === at || buttons[next] === undefined) return;
  event.preventDefault();
  buttons[next].focus();
}

/** The first day on show: that of the address, else the one that brings the picked slot into sight, else today. */
function firstDay({ from, day, slot }: SlotChoice, timeZone: string): string {
  const today = dayIn(timeZone, new Date());
  if (from !== null) return from < today ? today : from;
  const picked = slot !== null && !Number.isNaN(Date.parse(slot)) ? new Date(slot) : null;
  const wanted = day ?? (picked ? dayIn(timeZone, picked) : today);
  return wanted > shifted(today, DAYS_PER_VIEW - 1, timeZone) ? wanted : today;
}

/** Some days on, never before today. */
function shifted(day: string, days: number, timeZone: string): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const today = dayIn(timeZone, new Date());
  return moved < today ? today : moved;
}
