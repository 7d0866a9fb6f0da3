import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { ListingPage } from '../../shared/api/contract';
import { useOddsText } from '../../shared/cards/Availability';
import { PriceLine } from '../../shared/cards/PriceLine';
import { usePresence } from '../../shared/realtime/presence';
import { buttonClass, ButtonLink } from '../../shared/ui/Button';
import { CalendarIcon, ShieldIcon } from '../../shared/ui/icons';
import { Notice } from '../../shared/ui/Notice';
import { WaitInLine } from './WaitInLine';

/** Price and the way in; beside the text on a wide screen. */
export function ActionBox({ listing }: { listing: ListingPage }): ReactNode {
  const t = useT();
  return (
    <aside
      aria-label={t('listing:actions')}
      className="top-24 hidden gap-4 rounded-lg border border-line bg-surface p-6 shadow-card lg:sticky lg:grid"
    >
      <PriceLine price={listing.price} large />
      <WayIn listing={listing} />
      <p className="flex items-start gap-2 text-sm text-muted">
        <ShieldIcon className="mt-0.5 text-accent" />
        {t('listing:guaranteeShort')}
      </p>
    </aside>
  );
}

/** The same at the foot of a phone. */
export function ActionBar({ listing }: { listing: ListingPage }): ReactNode {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-[1fr_auto] items-center gap-4 border-t border-line bg-surface px-4 py-3 lg:hidden">
      <PriceLine price={{ ...listing.price, freeMinutes: 0 }} />
      <div>
        <WayIn listing={listing} isBar />
      </div>
    </div>
  );
}

function WayIn({ listing, isBar = false }: { listing: ListingPage; isBar?: boolean }) {
  const t = useT();
  const odds = useOddsText()(listing.availability);
  const state = usePresence(listing.expert.id, listing.availability.state);
  if (!listing.sellable.ok)
    return isBar ? (
      <p className="text-sm">{t('common:availability.notSold')}</p>
    ) : (
      <Notice tone="caution" title={t('common:availability.notSold')}>
        {t('listing:notSoldWhy')}
      </Notice>
    );
  const times = (
    <a href="#times" className={buttonClass(state === 'away' ? 'primary' : 'secondary')}>
      <CalendarIcon />
      {t('listing:chooseTime')}
    </a>
  );
  if (state !== 'free_now')
    return (
      <div className="grid gap-2">
        {!isBar && (
          <p role="status" className="text-sm text-muted">
            {t(state === 'busy' ? 'common:availability.busy' : 'common:availability.away')}
          </p>
        )}
        {state === 'busy' && <WaitInLine listingId={listing.id} />}
        {(state !== 'busy' || !isBar) && times}
      </div>
    );
  return (
    <div className="grid gap-2">
      <ButtonLink to={`/listings/${listing.id}/help`}>
        <span
          aria-hidden="true"
          className="size-2.5 animate-pulse-soft rounded-full bg-on-accent"
        />
        {t('listing:helpNow')}
      </ButtonLink>
      {!isBar && odds && <p className="text-center text-sm text-muted">{odds}</p>}
      {!isBar && times}
    </div>
  );
}
