import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldPath, FieldPathValue, UseFormReturn } from 'react-hook-form';
import type { Money } from '../api/contract';
import type { CardTyped } from './card';
import { CardFields } from './CardFields';
import type { StripeForm } from './stripe-form';
import { TestCards } from './TestCards';
import type { CardForm } from './use-card-form';

interface PaymentFieldsProps<Values extends { card: CardTyped }> {
  form: UseFormReturn<Values>;
  cardForm: CardForm;
  /** What would be held at most; the provider's form waits for it. */
  amount: Money | null;
  /** Cards of the sandbox are offered where the other one is no real person. */
  isDemo: boolean;
}

/** Where the card is typed: into our fields, or into the provider's frame. */
export function PaymentFields<Values extends { card: CardTyped }>({
  form,
  cardForm,
  amount,
  isDemo,
}: PaymentFieldsProps<Values>): ReactNode {
  if (cardForm.stripe) return <StripeBox stripe={cardForm.stripe} amount={amount} />;
  const card = 'card' as FieldPath<Values>;
  return (
    <div className="grid gap-5">
      <CardFields control={form.control} />
      {isDemo && (
        <TestCards
          onUse={(number) =>
            form.setValue(
              card,
              { number, expiry: '12/34', cvc: '123' } as FieldPathValue<Values, typeof card>,
              { shouldValidate: true },
            )
          }
        />
      )}
    </div>
  );
}

/** Keeps the place of the frame, so that nothing jumps when it comes. */
function StripeBox({ stripe, amount }: { stripe: StripeForm; amount: Money | null }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current || !amount) return;
    const isDark = window.getComputedStyle(document.documentElement).colorScheme === 'dark';
    // What went wrong is said when the form is sent.
    void stripe.mount(box.current, amount, isDark).catch(() => undefined);
  }, [stripe, amount]);
  return <div ref={box} className="min-h-72" data-testid="card-form-of-provider" />;
}
