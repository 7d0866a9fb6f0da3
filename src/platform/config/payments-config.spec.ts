import { readPayments } from './payments-config.js';

const STRIPE = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};
const REAL = { isProduction: true, isDemo: false };

const problemsOf = (
  env: Readonly<Record<string, string>>,
  where: typeof REAL = REAL,
): readonly string[] => {
  const problems: string[] = [];
  readPayments(env, where, problems);
  return problems;
};

describe('the payment provider', () => {
  it('is the sandbox where nothing is said, and Stripe where all of it is', () => {
    expect(readPayments({}, REAL, [])).toEqual({ payments: { provider: 'sandbox' }, stripe: null });
    expect(readPayments(STRIPE, REAL, [])).toEqual({
      payments: { provider: 'stripe', publishableKey: 'pk_test_1' },
      stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiUrl: null },
    });
  });

  it.each(['STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'])('needs %s with Stripe', (name) => {
    expect(problemsOf({ ...STRIPE, [name]: '' })).toEqual([expect.stringContaining(name)]);
  });

  it('refuses a key of another kind without repeating it', () => {
    const [problem = ''] = problemsOf({ ...STRIPE, STRIPE_SECRET_KEY: 'pk_test_secret' });
    expect(problem).toContain('STRIPE_SECRET_KEY must start with');
    expect(problem).not.toContain('pk_test_secret');
  });

  it('refuses demo people, who have no real cards', () => {
    const demo = { isProduction: false, isDemo: true };
    expect(problemsOf(STRIPE, demo)).toEqual([expect.stringContaining('DEMO=0')]);
  });

  it('takes another address of the API for tests only, and only on this machine', () => {
    const here = { ...STRIPE, STRIPE_API_URL: 'http://127.0.0.1:12111' };
    const tests = { isProduction: false, isDemo: false };
    expect(problemsOf(here, tests)).toEqual([]);
    expect(problemsOf(here)).toHaveLength(1);
    expect(problemsOf({ ...STRIPE, STRIPE_API_URL: 'http://evil.example' }, tests)).toHaveLength(1);
  });
});
