import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import * as z from 'zod/mini';
import { useMe } from '../../app/me';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { StudioListing } from '../../shared/api/contract';
import { Loaded } from '../../shared/api/Loaded';
import { FormSummary } from '../../shared/forms/FormSummary';
import { useServerProblems } from '../../shared/forms/field-text';
import { clearDraft, readDraft, useDraft } from '../../shared/forms/use-draft';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { Button, ButtonLink } from '../../shared/ui/Button';
import { Notice } from '../../shared/ui/Notice';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import {
  draftOf,
  emptyListing,
  listingSchema,
  placeInListing,
  typedOf,
  type WithListing,
} from './listing-form';
import { ListingFields } from './ListingFields';
import { ListingMore } from './ListingMore';
import { useAutosave } from './use-autosave';
import { StudioNav } from './StudioNav';

const NEW = 'new';
const KEPT = ['listing'] as const;
const schema = z.object({ listing: listingSchema });

function EditListing(): ReactNode {
  const t = useT();
  const api = useApi();
  const { id = NEW } = useParams();
  const query = useQuery({
    queryKey: ['studio', 'listings'],
    queryFn: () => ok(api.GET('/studio/listings')),
  });
  return (
    <>
      <StudioNav />
      <PageHeading>{t(id === NEW ? 'studio:listings.add' : 'studio:listings.edit')}</PageHeading>
      <Loaded query={query}>
        {({ items }) => (
          <Editor key={id} listing={items.find((listing) => listing.id === id) ?? null} />
        )}
      </Loaded>
    </>
  );
}

function Editor({ listing }: { listing: StudioListing | null }): ReactNode {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { display } = useMe();
  const draftKey = `listing.${listing?.id ?? NEW}`;
  const form = useForm<WithListing>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: useMemo(
      () => ({
        listing:
          listing === null
            ? emptyListing(display.language, display.currencyHint)
            : typedOf(listing.draft),
        ...readDraft<WithListing>(draftKey),
      }),
      [listing, display, draftKey],
    ),
  });
  useDraft(draftKey, form, KEPT);
  const kept = useAutosave(form, listing?.id ?? null);
  const save = useMutation({
    mutationFn: async ({ listing: typed }: WithListing) => {
      const body = draftOf(typed);
      const id = await kept.settle();
      return id === null
        ? ok(api.POST('/studio/listings', { body }))
        : ok(api.PUT('/studio/listings/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: async () => {
      clearDraft(draftKey);
      await queryClient.invalidateQueries({ queryKey: ['studio', 'listings'] });
      void navigate('/studio/listings');
    },
  });
  useServerProblems(form, save.error, placeInListing);
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => void form.handleSubmit((typed) => save.mutate(typed))(event)}
    >
      <FormSummary form={form} error={save.error} />
      {listing?.reasons && (
        <Notice tone="caution" title={t('studio:listings.refused')}>
          <span dir="auto">{listing.reasons}</span>
        </Notice>
      )}
      {listing?.state === 'live' && <Notice>{t('studio:listings.oldStays')}</Notice>}
      {listing?.reviewState === 'in_review' && <Notice>{t('studio:listings.leavesQueue')}</Notice>}
      <Panel>
        <ListingFields form={form} />
      </Panel>
      <ListingMore form={form} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={save.isPending}>
          {t('studio:listings.save')}
        </Button>
        {kept.listingId !== null && (
          <ButtonLink look="secondary" to={`/studio/listings/${kept.listingId}/preview`}>
            {t('studio:listings.preview')}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" to="/studio/listings">
          {t('studio:listings.leave')}
        </ButtonLink>
        <p role="status" className="self-center text-sm text-muted">
          {kept.state !== 'idle' && t(`studio:listings.kept.${kept.state}`)}
        </p>
      </div>
    </form>
  );
}

export const page: Page<null> = {
  Component: EditListing,
  head: ({ t }) => ({ title: t('studio:listings.edit'), isPrivate: true }),
};
