import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { useFieldText } from '../../shared/forms/field-text';
import { CheckField, SelectField, TextArea, TextField } from '../../shared/ui/Field';
import { SCHEMES, SELLER_KINDS, type WithTax } from './tax-form';

/** Who stands on the invoices, and how they are taxed. */
export function TaxFields({ form }: { form: UseFormReturn<WithTax> }): ReactNode {
  const t = useT();
  const said = useFieldText();
  const errors = form.formState.errors.tax;
  const isRegistered = form.watch('tax.taxRegistered');
  return (
    <div className="grid gap-5">
      <TextField
        label={t('studio:tax.legalName')}
        hint={t('studio:tax.legalNameHint')}
        autoComplete="name"
        dir="auto"
        error={said(errors?.legalName?.message)}
        {...form.register('tax.legalName')}
      />
      <TextArea
        label={t('studio:tax.address')}
        rows={3}
        autoComplete="street-address"
        error={said(errors?.address?.message)}
        {...form.register('tax.address')}
      />
      <SelectField label={t('studio:tax.kind')} {...form.register('tax.kind')}>
        {SELLER_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`studio:tax.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('studio:tax.scheme')}
        hint={t('studio:tax.schemeHint')}
        {...form.register('tax.scheme')}
      >
        {SCHEMES.map((scheme) => (
          <option key={scheme} value={scheme}>
            {t(`studio:tax.schemes.${scheme}`)}
          </option>
        ))}
      </SelectField>
      <CheckField label={t('studio:tax.registered')} {...form.register('tax.taxRegistered')} />
      {isRegistered && (
        <>
          <TextField
            label={t('studio:tax.taxId')}
            dir="ltr"
            maxLength={20}
            error={said(errors?.taxId?.message)}
            {...form.register('tax.taxId')}
          />
          <CheckField
            label={t('studio:tax.oss')}
            hint={t('studio:tax.ossHint')}
            {...form.register('tax.ossUnion')}
          />
        </>
      )}
    </div>
  );
}
