import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useCategories } from '../../shared/api/queries';
import { useLocale } from '../../shared/format/locale-context';
import { languageName } from '../../shared/format/names';
import { useFieldText } from '../../shared/forms/field-text';
import { CheckField, SelectField, TextArea, TextField } from '../../shared/ui/Field';
import { KINDS, SPOKEN, type WithListing } from './listing-form';
import { PriceFields } from './PriceFields';

interface ListingFieldsProps {
  form: UseFormReturn<WithListing>;
  /** The application asks for the category elsewhere. */
  hasCategory?: boolean;
}

/** What an offer is: its words, its languages, its price. */
export function ListingFields({ form, hasCategory = true }: ListingFieldsProps): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { data: categories = [] } = useCategories();
  const errors = form.formState.errors.listing;
  return (
    <div className="grid gap-5">
      {hasCategory && (
        <SelectField
          label={t('studio:listing.category')}
          error={said(errors?.categoryId?.message)}
          name="listing.categoryId"
          value={form.watch('listing.categoryId')}
          onChange={(event) =>
            form.setValue('listing.categoryId', event.target.value, { shouldValidate: true })
          }
        >
          <option value="">{t('studio:listing.choose')}</option>
          {categories.map((category) => (
            <option key={category.id} value={category.id}>
              {category.name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={t('studio:listing.title')}
        hint={t('studio:listing.titleHint')}
        maxLength={90}
        dir="auto"
        error={said(errors?.title?.message)}
        {...form.register('listing.title')}
      />
      <TextArea
        label={t('studio:listing.summary')}
        hint={t('studio:listing.summaryHint')}
        rows={2}
        maxLength={240}
        error={said(errors?.summary?.message)}
        {...form.register('listing.summary')}
      />
      <TextArea
        label={t('studio:listing.description')}
        hint={t('studio:listing.descriptionHint')}
        rows={6}
        maxLength={6000}
        error={said(errors?.description?.message)}
        {...form.register('listing.description')}
      />
      <SelectField
        label={t('studio:listing.kind')}
        hint={t('studio:listing.kindHint')}
        {...form.register('listing.kindOfHelp')}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`studio:listing.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <LanguageChoice form={form} />
      <PriceFields form={form} />
      <CheckField
        label={t('studio:listing.instant')}
        hint={t('studio:listing.instantHint')}
        {...form.register('listing.instant')}
      />
    </div>
  );
}

function LanguageChoice({ form }: { form: UseFormReturn<WithListing> }): ReactNode {
  const t = useT();
  const said = useFieldText();
  const { locale } = useLocale();
  const message = said(form.formState.errors.listing?.languages?.message);
  return (
    <fieldset aria-describedby={message ? 'languages-error' : undefined}>
      <legend className="mb-2 font-medium">{t('studio:listing.languages')}</legend>
      <div className="flex flex-wrap gap-2">
        {SPOKEN.map((code) => (
          <label
            key={code}
            className="inline-flex min-h-11 items-center rounded-full border border-edge px-4 text-sm has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              value={code}
              className="sr-only"
              {...form.register('listing.languages')}
            />
            {languageName(code, locale)}
          </label>
        ))}
      </div>
      {message && (
        <p id="languages-error" className="mt-1 text-sm text-danger">
          {message}
        </p>
      )}
    </fieldset>
  );
}
