import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { TaxExplorerView } from '../../shared/api/contract';
import { Button } from '../../shared/ui/Button';
import { SelectField, TextField } from '../../shared/ui/Field';
import { Notice } from '../../shared/ui/Notice';
import { TAX_FIELDS, type TaxField } from './tax-query';

interface QuestionFormProps {
  view: TaxExplorerView;
  refused: readonly string[];
}

/** A plain form that is sent by GET: every question has an address, and works without JavaScript. */
export function QuestionForm({ view, refused }: QuestionFormProps): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const { question, countries, categories } = view;
  const answered: Record<TaxField, string> = {
    seller: question.seller,
    sellerRegion: question.sellerRegion,
    registered: question.isRegistered ? '1' : '0',
    buyer: question.buyer,
    buyerRegion: question.buyerRegion,
    business: question.isBusiness ? '1' : '0',
    taxId: question.taxId,
    category: question.category,
    price: params.get('price') ?? '60',
  };
  const field = (name: TaxField) => ({
    name,
    label: t(`tax:fields.${name}`),
    defaultValue: params.get(name) ?? answered[name],
    error: refused.includes(name) ? t(`tax:problems.${name}`) : undefined,
  });
  const options = countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
  return (
    <Form method="get" action="/tax#split" className="grid gap-4">
      {refused.length > 0 && (
        <Notice tone="danger" role="alert" title={t('tax:refused')}>
          {TAX_FIELDS.filter((name) => refused.includes(name))
            .map((name) => `${t(`tax:fields.${name}`)}: ${t(`tax:problems.${name}`)}`)
            .join(' ')}
        </Notice>
      )}
      <SelectField {...field('seller')}>{options}</SelectField>
      <SelectField {...field('registered')}>
        <option value="1">{t('tax:registered.yes')}</option>
        <option value="0">{t('tax:registered.no')}</option>
      </SelectField>
      <SelectField {...field('buyer')}>{options}</SelectField>
      <SelectField {...field('business')}>
        <option value="0">{t('tax:business.no')}</option>
        <option value="1">{t('tax:business.yes')}</option>
      </SelectField>
      <TextField
        {...field('taxId')}
        hint={t('tax:hints.taxId')}
        optional={t('common:optional')}
        dir="ltr"
        autoComplete="off"
      />
      <SelectField {...field('category')}>
        {categories.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field('price')}
        hint={t('tax:hints.price', { currency: question.price.currency })}
        inputMode="decimal"
        dir="ltr"
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...field('sellerRegion')} maxLength={3} dir="ltr" autoComplete="off" />
        <TextField {...field('buyerRegion')} maxLength={3} dir="ltr" autoComplete="off" />
      </div>
      <p className="text-sm text-muted">{t('tax:hints.region')}</p>
      <Button type="submit">{t('tax:show')}</Button>
    </Form>
  );
}
