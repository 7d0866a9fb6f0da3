import { useMemo, useState, type ReactNode } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { useMe } from '../../app/me';
import { LANGUAGES } from '../../i18n/languages';
import { useT } from '../../i18n/use-t';
import type { Category, StoredFile } from '../../shared/api/contract';
import { useLocale } from '../../shared/format/locale-context';
import { useFieldText } from '../../shared/forms/field-text';
import { FormSummary } from '../../shared/forms/FormSummary';
import { readDraft, useDraft } from '../../shared/forms/use-draft';
import { zodResolver } from '../../shared/forms/zod-resolver';
import { PaymentFields } from '../../shared/payment/PaymentFields';
import { useCardForm } from '../../shared/payment/use-card-form';
import { Button } from '../../shared/ui/Button';
import { CheckField, SelectField, TextField } from '../../shared/ui/Field';
import { Panel } from '../../shared/ui/Panel';
import { ASK_DRAFT, ASK_KEPT, askSchema, EMPTY_ASK, PAYING, type AskTyped } from './ask-form';
import { CeilingChoice } from './CeilingChoice';
import { PhotoField } from './PhotoField';
import { ProblemFields } from './ProblemFields';
import { questionOf, useAsk } from './use-ask';
import { WhoIsAsked } from './WhoIsAsked';

/** Everything on one page: what, how long, how much at most. Who would be asked shows while it is written. */
export function AskForm({ categories }: { categories: readonly Category[] }): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const { display, person } = useMe();
  const { language } = useLocale();
  const currency = display.currencyHint;
  const [isPaid, setIsPaid] = useState(true);
  const cardForm = useCardForm();
  const form = useForm<AskTyped>({
    resolver: zodResolver(askSchema(currency, isPaid, cardForm.schema)),
    shouldFocusError: false,
    defaultValues: useMemo(
      () => ({
        ...EMPTY_ASK,
        language,
        ...readDraft<AskTyped>(ASK_DRAFT),
        paying: 'paid' as const,
        ...(params.get('problem') && { problem: params.get('problem') ?? '' }),
        ...(params.get('category') && { category: params.get('category') ?? '' }),
      }),
      [language, params],
    ),
  });
  useDraft(ASK_DRAFT, form, ASK_KEPT);
  const [photo, setPhoto] = useState<StoredFile | null>(null);
  const ask = useAsk(currency, photo, cardForm);
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => void form.handleSubmit((typed) => ask.mutate(typed))(event)}
    >
      <FormSummary form={form} error={ask.error} />
      <Panel title={t('help:problemTitle')}>
        <div className="grid gap-5">
          <ProblemFields form={form} languages={LANGUAGES} />
          <CategoryField form={form} categories={categories} />
          <PhotoField photo={photo} onChange={setPhoto} />
        </div>
      </Panel>
      <Panel title={t('help:ceilingTitle')}>
        <CeilingChoice form={form} hint={t('help:ceilingHint')} />
      </Panel>
      <Panel title={t('help:ask.costTitle')}>
        <Maximum form={form} currency={currency} onChange={setIsPaid} />
      </Panel>
      {isPaid && (
        <Panel title={t('help:cardTitle')}>
          <PaymentFields
            form={form}
            cardForm={cardForm}
            amount={questionOf(form.getValues(), currency).maximum ?? null}
            isDemo={person?.isDemo ?? false}
          />
        </Panel>
      )}
      <WhoIsAsked form={form} currency={currency} />
      <Button type="submit" busy={ask.isPending}>
        {t('help:ask.submit')}
      </Button>
    </form>
  );
}

interface CategoryFieldProps {
  form: UseFormReturn<AskTyped>;
  categories: readonly Category[];
}

function CategoryField({ form, categories }: CategoryFieldProps) {
  const t = useT();
  return (
    <SelectField label={t('help:ask.category')} {...form.register('category')}>
      <option value="">{t('help:ask.anyCategory')}</option>
      {categories.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

interface MaximumProps {
  form: UseFormReturn<AskTyped>;
  currency: string;
  onChange: (isPaid: boolean) => void;
}

/** The most that whoever comes may cost, or nothing at all. */
function Maximum({ form, currency, onChange }: MaximumProps) {
  const t = useT();
  const said = useFieldText();
  const isPaid = form.watch('paying') === 'paid';
  return (
    <div className="grid gap-3">
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('help:ask.costTitle')}</legend>
        {PAYING.map((choice) => (
          <CheckField
            key={choice}
            type="radio"
            value={choice}
            label={t(`help:ask.${choice}`)}
            {...form.register('paying', { onChange: () => onChange(choice === 'paid') })}
          />
        ))}
      </fieldset>
      {isPaid && (
        <>
          <TextField
            label={t('help:ask.maximum', { currency })}
            inputMode="decimal"
            error={said(form.formState.errors.maximum?.message)}
            {...form.register('maximum')}
          />
          <p className="text-sm text-muted">{t('help:ask.holdText')}</p>
        </>
      )}
    </div>
  );
}
