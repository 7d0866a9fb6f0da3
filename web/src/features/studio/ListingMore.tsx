import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { useFieldText } from '../../shared/forms/field-text';
import { Button } from '../../shared/ui/Button';
import { SelectField, TextArea, TextField } from '../../shared/ui/Field';
import { PlusIcon } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';
import { FAQS_MAX, RECORDING, type WithListing } from './listing-form';
import { PictureFields } from './PictureFields';

interface PartProps {
  form: UseFormReturn<WithListing>;
}

/** What an offer can say besides: pictures, material, questions, recording, tax. */
export function ListingMore({ form }: PartProps): ReactNode {
  const t = useT();
  const said = useFieldText();
  const errors = form.formState.errors.listing;
  return (
    <>
      <Panel title={t('studio:more.pictures')}>
        <PictureFields form={form} />
      </Panel>
      <Panel title={t('studio:more.material')}>
        <div className="grid gap-5">
          <TextArea
            label={t('studio:more.needs')}
            optional={t('common:optional')}
            rows={3}
            maxLength={1000}
            error={said(errors?.needs?.message)}
            {...form.register('listing.needs')}
          />
          <TextArea
            label={t('studio:more.gets')}
            optional={t('common:optional')}
            rows={3}
            maxLength={1000}
            error={said(errors?.gets?.message)}
            {...form.register('listing.gets')}
          />
        </div>
      </Panel>
      <Panel title={t('studio:more.faqs')}>
        <FaqFields form={form} />
      </Panel>
      <Panel title={t('studio:more.rules')}>
        <RuleFields form={form} />
      </Panel>
    </>
  );
}

function FaqFields({ form }: PartProps) {
  const t = useT();
  const said = useFieldText();
  const { fields, append, remove, move } = useFieldArray({
    control: form.control,
    name: 'listing.faqs',
  });
  const errors = form.formState.errors.listing?.faqs;
  return (
    <div className="grid gap-5">
      {fields.map((field, index) => (
        <fieldset key={field.id} className="grid gap-4 rounded-md border border-line p-4">
          <legend className="px-1 text-sm text-muted">
            {t('studio:more.faq', { number: index + 1 })}
          </legend>
          <TextField
            label={t('studio:more.question')}
            dir="auto"
            maxLength={200}
            error={said(errors?.[index]?.question?.message)}
            {...form.register(`listing.faqs.${index}.question`)}
          />
          <TextArea
            label={t('studio:more.answer')}
            rows={3}
            maxLength={2000}
            error={said(errors?.[index]?.answer?.message)}
            {...form.register(`listing.faqs.${index}.answer`)}
          />
          <div className="flex flex-wrap gap-3">
            {index > 0 && (
              <Button look="quiet" onClick={() => move(index, index - 1)}>
                {t('studio:more.up')}
              </Button>
            )}
            <Button look="quiet" onClick={() => remove(index)}>
              {t('studio:more.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {fields.length < FAQS_MAX && (
        <Button
          look="secondary"
          className="justify-self-start"
          onClick={() => append({ question: '', answer: '' })}
        >
          <PlusIcon />
          {t('studio:more.addFaq')}
        </Button>
      )}
    </div>
  );
}

function RuleFields({ form }: PartProps) {
  const t = useT();
  const api = useApi();
  const [categoryId, kind] = form.watch(['listing.categoryId', 'listing.kindOfHelp']);
  const { data } = useQuery({
    queryKey: ['categories', categoryId, 'offers'],
    enabled: categoryId !== '',
    queryFn: () => ok(api.GET('/categories/{id}/offers', { params: { path: { id: categoryId } } })),
  });
  const choices = data?.kinds.find((each) => each.kind === kind)?.taxCategories ?? [];
  return (
    <div className="grid gap-5">
      {data?.forbidsRecording ? (
        <p className="text-sm text-muted">{t('studio:more.neverRecorded')}</p>
      ) : (
        <SelectField
          label={t('studio:more.recording')}
          hint={t('studio:more.recordingHint')}
          {...form.register('listing.recording')}
        >
          {RECORDING.map((policy) => (
            <option key={policy} value={policy}>
              {t(`studio:more.recordings.${policy}`)}
            </option>
          ))}
        </SelectField>
      )}
      {choices.length > 1 && (
        <SelectField
          label={t('studio:more.taxCategory')}
          hint={t('studio:more.taxCategoryHint')}
          {...form.register('listing.taxCategory')}
        >
          <option value="">{t('studio:more.usualTax', { name: choices[0]?.label ?? '' })}</option>
          {choices.slice(1).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
