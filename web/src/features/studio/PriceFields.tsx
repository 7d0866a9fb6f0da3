import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useFieldText } from '../../shared/forms/field-text';
import { CheckField, SelectField, TextField } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';
import { CURRENCIES, MODELS, type WithListing } from './listing-form';

const FREE_MINUTES = ['0', '3', '5', '10', '15'];

export function PriceFields({ form }: { form: UseFormReturn<WithListing> }): ReactNode {
  const t = useT();
  const said = useFieldText();
  const model = form.watch('listing.model');
  const errors = form.formState.errors.listing;
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">{t('studio:listing.price')}</legend>
      <div className="grid gap-x-5 sm:grid-cols-3">
        {MODELS.map((each) => (
          <CheckField
            key={each}
            type="radio"
            value={each}
            label={t(`studio:listing.models.${each}`)}
            {...form.register('listing.model')}
          />
        ))}
      </div>
      {model !== 'free' && (
        <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-4">
          <TextField
            label={t(`studio:listing.amount.${model}`)}
            inputMode="decimal"
            dir="ltr"
            error={said(errors?.amount?.message)}
            {...form.register('listing.amount')}
          />
          <SelectField label={t('studio:listing.currency')} {...form.register('listing.currency')}>
            {CURRENCIES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </SelectField>
        </div>
      )}
      {model === 'per_minute' ? (
        <SelectField
          label={t('studio:listing.freeMinutes')}
          {...form.register('listing.freeMinutes')}
        >
          {FREE_MINUTES.map((minutes) => (
            <option key={minutes}>{minutes}</option>
          ))}
        </SelectField>
      ) : (
        <TextField
          label={t('studio:listing.sessionMinutes')}
          inputMode="numeric"
          dir="ltr"
          error={said(errors?.sessionMinutes?.message)}
          {...form.register('listing.sessionMinutes')}
        />
      )}
      {model !== 'free' && <Notice>{t('studio:listing.commission')}</Notice>}
    </fieldset>
  );
}
