/** What the pages are told of the payment provider. */
export type PaymentsConfig =
  | { readonly provider: 'sandbox' }
  | {
      readonly provider: 'stripe';
      /** Meant to be seen: the provider's form on the page works with it. */
      readonly publishableKey: string;
    };

export interface StripeSecrets {
  readonly secretKey: string;
  /** Signs what Stripe tells us. */
  readonly webhookSecret: string;
  /** Another address of the API, for tests on this machine; null for Stripe's own. */
  readonly apiUrl: string | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The sandbox, unless all that Stripe needs is there; a part of it is a mistake. */
export function readPayments(
  env: Env,
  { isProduction, isDemo }: { isProduction: boolean; isDemo: boolean },
  problems: string[],
): { payments: PaymentsConfig; stripe: StripeSecrets | null } {
  const secretKey = env['STRIPE_SECRET_KEY'] ?? '';
  if (secretKey === '') return { payments: { provider: 'sandbox' }, stripe: null };
  if (!/^[sr]k_(test|live)_/.test(secretKey))
    problems.push(
      'STRIPE_SECRET_KEY must start with sk_test_, sk_live_, rk_test_ or rk_live_, or be left out for the sandbox.',
    );
  if (isDemo)
    problems.push(
      'STRIPE_SECRET_KEY is refused with the demo, whose people pay with cards of the sandbox: set DEMO=0 too.',
    );
  const publishableKey = needed(env, 'STRIPE_PUBLISHABLE_KEY', 'pk_', problems);
  const webhookSecret = needed(env, 'STRIPE_WEBHOOK_SECRET', 'whsec_', problems);
  return {
    payments: { provider: 'stripe', publishableKey },
    stripe: { secretKey, webhookSecret, apiUrl: readApiUrl(env, isProduction, problems) },
  };
}

function needed(env: Env, name: string, prefix: string, problems: string[]): string {
  const value = env[name] ?? '';
  if (!value.startsWith(prefix))
    problems.push(`STRIPE_SECRET_KEY is set, so ${name} is needed too; it starts with ${prefix}`);
  return value;
}

function readApiUrl(env: Env, isProduction: boolean, problems: string[]): string | null {
  const url = env['STRIPE_API_URL'] ?? '';
  if (url === '') return null;
  if (isProduction)
    problems.push(
      'STRIPE_API_URL is refused with NODE_ENV=production: money moves through Stripe itself.',
    );
  if (!/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(url))
    problems.push('STRIPE_API_URL must be http:// and an address of this machine.');
  return url;
}
