import { useEffect, useMemo } from 'react';
import { useMe } from '../../app/me';
import { useLocale } from '../format/locale-context';
import { cardSchema, uncheckedCardSchema, type CardTyped } from './card';
import { StripeForm } from './stripe-form';

/** What is sent to our server. */
export type PaidWith = ({ method: 'card' } & CardTyped) | { method: 'token'; token: string };

export interface CardForm {
  /** Fields that are not ours are checked by whose they are. */
  readonly schema: typeof cardSchema;
  /** The provider's form; null where the fields are ours. */
  readonly stripe: StripeForm | null;
  /** @throws ApiProblem */
  collect(typed: CardTyped): Promise<PaidWith>;
}

/** The card of a form: our own fields for the sandbox, else the provider's. */
export function useCardForm(): CardForm {
  const { payment } = useMe();
  const { locale } = useLocale();
  const { publishableKey } = payment;
  const stripe = useMemo(
    () => (publishableKey === null ? null : new StripeForm(publishableKey, locale)),
    [publishableKey, locale],
  );
  useEffect(() => () => stripe?.unmount(), [stripe]);
  return useMemo(
    () => ({
      schema: stripe ? uncheckedCardSchema : cardSchema,
      stripe,
      collect: async (typed) =>
        stripe ? { method: 'token', token: await stripe.token() } : { method: 'card', ...typed },
    }),
    [stripe],
  );
}
