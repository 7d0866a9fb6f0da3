import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { AvailabilityView, ListingCard } from '../api/contract';
import { TimeText } from '../format/Formatted';
import { useLocale } from '../format/locale-context';
import { formatLength } from '../format/time';
import { usePresence } from '../realtime/presence';
import { ButtonLink } from '../ui/Button';
import { CalendarIcon } from '../ui/icons';

/** "answers in 20 s", measured; or that the expert is new. */
export function useOddsText(): (availability: AvailabilityView) => string | null {
  const t = useT();
  const { locale } = useLocale();
  return ({ oddsSeconds, isNew }) => {
    if (oddsSeconds !== null)
      return t('common:availability.odds', { length: formatLength(oddsSeconds, 'second', locale) });
    return isNew ? t('common:availability.new') : null;
  };
}

/** The one thing that matters on a card: help now, or the next time. */
export function AvailabilityAction({ listing }: { listing: ListingCard }): ReactNode {
  const t = useT();
  const odds = useOddsText()(listing.availability);
  const state = usePresence(listing.expert.id, listing.availability.state);
  const { nextSlotStartsAt } = listing.availability;
  if (!listing.sellable.ok)
    return <p className="text-sm text-muted">{t('common:availability.notSold')}</p>;
  if (state === 'free_now')
    return (
      <div className="grid justify-items-stretch gap-1 text-center">
        <ButtonLink to={`/listings/${listing.id}/help`}>
          <span
            aria-hidden="true"
            className="size-2.5 animate-pulse-soft rounded-full bg-on-accent"
          />
          {t('common:availability.freeNow')}
          <span className="sr-only">: {listing.expert.displayName}</span>
        </ButtonLink>
        {odds && <p className="text-sm text-muted">{odds}</p>}
      </div>
    );
  return (
    <div className="grid justify-items-stretch gap-1 text-center">
      <ButtonLink
        look="secondary"
        to={
          nextSlotStartsAt === null
            ? `/listings/${listing.id}`
            : `/listings/${listing.id}/book?slot=${encodeURIComponent(nextSlotStartsAt)}`
        }
      >
        {nextSlotStartsAt === null ? (
          t('common:availability.look')
        ) : (
          <>
            <CalendarIcon />
            <TimeText at={nextSlotStartsAt} style="day-time" />
          </>
        )}
        <span className="sr-only">: {listing.expert.displayName}</span>
      </ButtonLink>
      {state === 'busy' && <p className="text-sm text-muted">{t('common:availability.busy')}</p>}
    </div>
  );
}
