import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useMe } from '../../app/me';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import type { Application, ApplicationDraft } from '../../shared/api/contract';
import { useCategories } from '../../shared/api/queries';
import { FormSummary } from '../../shared/forms/FormSummary';
import { useFieldText, useServerProblems } from '../../shared/forms/field-text';
import { clearDraft, readDraft, useDraft } from '../../shared/forms/use-draft';
import { Button } from '../../shared/ui/Button';
import { SelectField, TextArea } from '../../shared/ui/Field';
import { Panel } from '../../shared/ui/Panel';
import { draftOf, emptyListing, typedOf, type WithListing } from './listing-form';
import { EMPTY_TAX, positionOf, type WithTax } from './tax-form';
import { TaxFields } from './TaxFields';
import { ListingFields } from './ListingFields';
import { applicationResolver, placeInApplication, type ApplicationTyped } from './application-form';
import { RequirementField } from './RequirementField';

const DRAFT = 'application';
const KEPT = ['categoryId', 'about', 'answers', 'evidenceFileIds', 'listing', 'tax'] as const;

/** The application with its first offer, kept while it is written, sent when it is whole. */
export function ApplicationForm({ application }: { application: Application | null }): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { data: categories = [] } = useCategories();
  const form = useApplicationForm(application);
  const send = useSend();
  useServerProblems(form, send.error, placeInApplication);
  const { errors } = form.formState;
  const categoryId = form.watch('categoryId');
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) =>
        void form.handleSubmit((typed) => send.mutate({ typed, isFinal: true }))(event)
      }
    >
      <FormSummary form={form} error={send.error} />
      <Panel title={t('studio:application.you')}>
        <div className="grid gap-5">
          <SelectField
            name="categoryId"
            label={t('studio:listing.category')}
            error={said(errors.categoryId?.message)}
            value={categoryId}
            onChange={(event) => {
              form.setValue('categoryId', event.target.value);
              form.setValue('listing.categoryId', event.target.value);
            }}
          >
            <option value="">{t('studio:listing.choose')}</option>
            {categories.map((category) => (
              <option key={category.id} value={category.id}>
                {category.name}
              </option>
            ))}
          </SelectField>
          <TextArea
            label={t('studio:application.about')}
            hint={t('studio:application.aboutHint')}
            rows={5}
            maxLength={4000}
            error={said(errors.about?.message)}
            {...form.register('about')}
          />
        </div>
      </Panel>
      {categoryId && <Requirements form={form} categoryId={categoryId} />}
      <Panel title={t('studio:application.firstOffer')}>
        <ListingFields form={form as unknown as UseFormReturn<WithListing>} hasCategory={false} />
      </Panel>
      {form.watch('listing.model') !== 'free' && (
        <Panel title={t('studio:tax.title')}>
          <TaxFields form={form as unknown as UseFormReturn<WithTax>} />
        </Panel>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={send.isPending}>
          {t('studio:application.submit')}
        </Button>
        <Button
          look="secondary"
          busy={send.isPending}
          onClick={() => send.mutate({ typed: form.getValues(), isFinal: false })}
        >
          {t('studio:application.save')}
        </Button>
        {send.isSuccess && (
          <p role="status" className="self-center text-sm text-muted">
            {t('studio:application.saved')}
          </p>
        )}
      </div>
    </form>
  );
}

function Requirements({
  form,
  categoryId,
}: {
  form: UseFormReturn<ApplicationTyped>;
  categoryId: string;
}): ReactNode {
  const t = useT();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['requirements', categoryId],
    queryFn: () =>
      ok(api.GET('/categories/{id}/requirements', { params: { path: { id: categoryId } } })),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('studio:application.needed')}>
      <div className="grid gap-5">
        {data.items.map((requirement) => (
          <RequirementField key={requirement.key} requirement={requirement} form={form} />
        ))}
      </div>
    </Panel>
  );
}

function useApplicationForm(application: Application | null) {
  const { display } = useMe();
  const form = useForm<ApplicationTyped>({
    resolver: applicationResolver,
    shouldFocusError: false,
    defaultValues: useMemo(
      () => ({
        categoryId: application?.categoryId ?? '',
        about: application?.about ?? '',
        answers: application?.answers ?? {},
        evidenceFileIds: application?.evidence ?? {},
        listing: application?.listing
          ? typedOf(application.listing)
          : emptyListing(display.language, display.currencyHint),
        tax: EMPTY_TAX,
        ...readDraft<ApplicationTyped>(DRAFT),
      }),
      [application, display],
    ),
  });
  useDraft(DRAFT, form, KEPT);
  return form;
}

interface Sending {
  typed: ApplicationTyped;
  isFinal: boolean;
}

function useSend() {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ typed, isFinal }: Sending) => {
      const { listing, tax, ...rest } = typed;
      const body: ApplicationDraft = {
        ...rest,
        listing: draftOf({ ...listing, categoryId: typed.categoryId }),
        taxPosition: listing.model === 'free' ? null : positionOf(tax),
      };
      const saved = await ok(api.PUT('/studio/application', { body }));
      return isFinal ? ok(api.POST('/studio/application/submit')) : saved;
    },
    onSuccess: (application, { isFinal }) => {
      clearDraft(DRAFT);
      if (isFinal) queryClient.setQueryData(['studio', 'application'], { application });
    },
  });
}
