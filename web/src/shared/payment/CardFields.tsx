import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useT } from '../../i18n/use-t';
import { TextField } from '../ui/Field';
import { cardDigits, slashedExpiry, spacedCard, type CardTyped } from './card';

interface CardFieldsProps<Values extends FieldValues> {
  control: Control<Values>;
}

/** Number, expiry and code of a card; `card` is their place in the form. Never kept anywhere. */
export function CardFields<Values extends { card: CardTyped }>({
  control,
}: CardFieldsProps<Values>): ReactNode {
  const t = useT();
  return (
    <div className="grid grid-cols-2 gap-4">
      <CardPart
        control={control}
        name={'card.number' as FieldPath<Values>}
        label={t('common:card.number')}
        autoComplete="cc-number"
        shape={spacedCard}
        className="col-span-2"
      />
      <CardPart
        control={control}
        name={'card.expiry' as FieldPath<Values>}
        label={t('common:card.expiry')}
        autoComplete="cc-exp"
        placeholder="12/28"
        shape={slashedExpiry}
      />
      <CardPart
        control={control}
        name={'card.cvc' as FieldPath<Values>}
        label={t('common:card.cvc')}
        autoComplete="cc-csc"
        shape={(typed) => cardDigits(typed).slice(0, 4)}
      />
    </div>
  );
}

interface CardPartProps<Values extends FieldValues> extends CardFieldsProps<Values> {
  name: FieldPath<Values>;
  label: string;
  autoComplete: string;
  placeholder?: string;
  className?: string;
  shape: (typed: string) => string;
}

function CardPart<Values extends FieldValues>({
  control,
  name,
  shape,
  className,
  ...rest
}: CardPartProps<Values>): ReactNode {
  const t = useT();
  const { field, fieldState } = useController({ control, name });
  const message = fieldState.error?.message;
  return (
    <TextField
      {...rest}
      {...field}
      value={String(field.value ?? '')}
      onChange={(event) => field.onChange(shape(event.target.value))}
      inputMode="numeric"
      dir="ltr"
      className={className}
      error={message === undefined ? undefined : t(message)}
    />
  );
}
