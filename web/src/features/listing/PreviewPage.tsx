import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { Loaded } from '../../shared/api/Loaded';
import { PriceLine } from '../../shared/cards/PriceLine';
import { ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { Opening } from './ListingPage';
import { OfferText } from './OfferText';

/** What was written last, made of the same parts as the public page. */
function Preview(): ReactNode {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['studio', 'preview', id],
    queryFn: () => ok(api.GET('/studio/listings/{id}/preview', { params: { path: { id } } })),
    staleTime: 0,
  });
  return (
    <div className="grid gap-6">
      <Notice title={t('listing:preview')}>
        <p>{t('listing:previewHint')}</p>
        <ButtonLink look="secondary" to={`/studio/listings/${id}`}>
          {t('listing:previewBack')}
        </ButtonLink>
      </Notice>
      <Loaded query={query}>
        {(listing) => (
          <div className="grid gap-6">
            <Opening listing={listing} />
            <PriceLine price={listing.price} large />
            <OfferText listing={listing} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

export const page: Page<null> = {
  Component: Preview,
  head: ({ t }) => ({ title: t('listing:preview'), isPrivate: true }),
};
