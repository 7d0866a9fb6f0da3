import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { StudioListing } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { MoneyText } from '../../shared/format/Formatted';
import { ErrorSummary } from '../../shared/forms/ErrorSummary';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { cx } from '../../shared/ui/cx';
import { Dialog } from '../../shared/ui/Dialog';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ListIcon, PlusIcon } from '../../shared/ui/icons';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { StudioNav } from './StudioNav';

function Listings(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({
    queryKey: ['studio', 'listings'],
    queryFn: () => ok(api.GET('/studio/listings')),
  });
  const add = (
    <ButtonLink to="/studio/listings/new">
      <PlusIcon />
      {t('studio:listings.add')}
    </ButtonLink>
  );
  return (
    <>
      <StudioNav />
      <PageHeading action={add}>{t('studio:listings.title')}</PageHeading>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={ListIcon} title={t('studio:listings.none')} action={add} />
          ) : (
            <ul className="grid gap-4">
              {items.map((listing) => (
                <li key={listing.id}>
                  <ListingPanel listing={listing} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

type Step = 'submit' | 'pause' | 'resume' | 'archive';

const STEPS: Record<StudioListing['state'], readonly Step[]> = {
  draft: ['archive'],
  in_review: ['archive'],
  live: ['pause', 'archive'],
  paused: ['resume', 'archive'],
  archived: [],
};

/** What was written last can be sent, whatever stands online beside it. */
function stepsOf({ state, reviewState }: StudioListing): Step[] {
  const isWritten = reviewState === 'draft' && state !== 'archived';
  return [...(isWritten ? (['submit'] as const) : []), ...STEPS[state]];
}

function useStep(id: string) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => {
      const options = { params: { path: { id } } };
      if (step === 'submit') return ok(api.POST('/studio/listings/{id}/submit', options));
      if (step === 'pause') return ok(api.POST('/studio/listings/{id}/pause', options));
      if (step === 'archive') return ok(api.POST('/studio/listings/{id}/archive', options));
      return ok(api.POST('/studio/listings/{id}/resume', options));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['studio', 'listings'] }),
  });
}

function ListingPanel({ listing }: { listing: StudioListing }): ReactNode {
  const t = useT();
  const [isArchiving, setIsArchiving] = useState(false);
  const { id, state, reviewState, reasons, draft, live, earnings } = listing;
  const take = useStep(id);
  return (
    <Panel
      title={<span dir="auto">{draft.title || t('studio:listings.untitled')}</span>}
      aside={
        <span
          className={cx(
            'rounded-full px-3 py-1 text-sm',
            state === 'live' ? 'bg-accent-soft text-accent' : 'bg-sunken text-muted',
          )}
        >
          {t(`studio:listings.states.${state}`)}
        </span>
      }
    >
      <p className="own-words text-muted">{draft.summary}</p>
      {live !== null && (reviewState === 'draft' || reviewState === 'in_review') && (
        <p className="mt-2 text-sm text-muted">{t(`studio:listings.next.${reviewState}`)}</p>
      )}
      {reasons !== null && (
        <Notice tone="caution" title={t('studio:listings.refused')}>
          <span dir="auto">{reasons}</span>
        </Notice>
      )}
      {earnings && (
        <dl className="mt-4 grid grid-cols-3 gap-3 rounded-md bg-sunken p-4 text-sm">
          {(['price', 'commission', 'afterCommission'] as const).map((part) => (
            <div key={part}>
              <dt className="text-muted">{t(`studio:listings.${part}`)}</dt>
              <dd className={cx(part === 'afterCommission' && 'font-bold')}>
                <MoneyText money={earnings[part]} exact />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ErrorSummary error={take.error} />
      <div className="mt-4 flex flex-wrap gap-3">
        {state !== 'archived' && (
          <ButtonLink look="secondary" to={`/studio/listings/${id}`}>
            {t('studio:listings.edit')}
          </ButtonLink>
        )}
        {stepsOf(listing).map((step) => (
          <Button
            key={step}
            look={step === 'submit' ? 'primary' : 'secondary'}
            busy={take.isPending}
            onClick={() => (step === 'archive' ? setIsArchiving(true) : take.mutate(step))}
          >
            {t(`studio:listings.steps.${step}`)}
          </Button>
        ))}
        {state === 'live' && (
          <ButtonLink look="quiet" to={`/listings/${id}`}>
            {t('studio:listings.look')}
          </ButtonLink>
        )}
      </div>
      <Dialog
        title={t('studio:listings.archiveTitle')}
        isOpen={isArchiving}
        onClose={() => setIsArchiving(false)}
      >
        <p className="mb-4">{t('studio:listings.archiveText')}</p>
        <Button
          busy={take.isPending}
          onClick={() => {
            setIsArchiving(false);
            take.mutate('archive');
          }}
        >
          {t('studio:listings.steps.archive')}
        </Button>
      </Dialog>
    </Panel>
  );
}

export const page: Page<null> = {
  Component: Listings,
  head: ({ t }) => ({ title: t('studio:listings.title'), isPrivate: true }),
};
