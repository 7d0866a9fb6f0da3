import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { ApiProblem } from '../api/api-problem';
import type { Money } from '../api/contract';

/** Fetched when the first form that needs it is on a page; it comes from Stripe's own host, as card networks want it. */
async function loadStripe(publishableKey: string, locale: string): Promise<Stripe> {
  const { loadStripe: load } = await import('@stripe/stripe-js/pure');
  const stripe = await load(publishableKey, { locale: locale as 'auto' }).catch(() => null);
  if (!stripe) throw new ApiProblem(0, 'billing.provider_unavailable');
  return stripe;
}

/** Stripe's form in a box of ours. The card is typed into Stripe's frame; we get a token. */
export class StripeForm {
  private readonly loading: Promise<Stripe>;
  private elements: StripeElements | null = null;
  private element: StripePaymentElement | null = null;
  /** Kept until something else is typed, so that a call that is sent again is the same call. */
  private made: Promise<string> | null = null;

  constructor(publishableKey: string, locale: string) {
    this.loading = loadStripe(publishableKey, locale);
    // Whoever sends the form hears of it.
    this.loading.catch(() => undefined);
  }

  async mount(box: HTMLElement, amount: Money, isDark: boolean): Promise<void> {
    const stripe = await this.loading;
    if (this.elements) return;
    this.elements = stripe.elements({
      mode: 'payment',
      amount: Number(amount.amountMinor),
      currency: amount.currency.toLowerCase(),
      captureMethod: 'manual',
      allowedPaymentMethodTypes: ['card'],
      paymentMethodCreation: 'manual',
      appearance: { theme: isDark ? 'night' : 'stripe' },
    });
    this.element = this.elements.create('payment');
    this.element.on('change', () => (this.made = null));
    this.element.mount(box);
  }

  unmount(): void {
    this.element?.destroy();
    this.element = null;
    this.elements = null;
    this.made = null;
  }

  /** @throws ApiProblem when the form is not filled in, which it says itself beside its fields */
  token(): Promise<string> {
    this.made ??= this.make().catch((error: unknown) => {
      this.made = null;
      throw error;
    });
    return this.made;
  }

  private async make(): Promise<string> {
    const stripe = await this.loading;
    const { elements } = this;
    if (!elements) throw new ApiProblem(0, 'billing.provider_unavailable');
    const checked = await elements.submit();
    if (checked.error) throw new ApiProblem(0, 'billing.card_form');
    const { paymentMethod, error } = await stripe.createPaymentMethod({ elements });
    if (error) throw new ApiProblem(0, 'billing.card_form');
    return paymentMethod.id;
  }
}

/** Lets Stripe show the bank's question. @param secret of the payment, from our server */
export async function askBank(
  publishableKey: string,
  locale: string,
  secret: string,
): Promise<'approved' | 'failed'> {
  const stripe = await loadStripe(publishableKey, locale);
  const { error } = await stripe.handleNextAction({ clientSecret: secret });
  return error ? 'failed' : 'approved';
}
