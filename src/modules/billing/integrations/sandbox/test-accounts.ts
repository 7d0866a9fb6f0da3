/** What becomes of money that is sent to a test account. */
export type AccountBehaviour = 'paid' | 'no_account' | 'account_closed' | 'restricted' | 'none';

/** The numbers that the sandbox knows; the README lists them for people. */
const TEST_ACCOUNTS: Readonly<Record<string, AccountBehaviour>> = {
  '000123456789': 'paid',
  '000111111116': 'no_account',
  '000111111113': 'account_closed',
  '000999999991': 'restricted',
};

/** Spaces and dashes do not count. */
export function testAccountOf(number: string): AccountBehaviour | null {
  return TEST_ACCOUNTS[digitsOf(number)] ?? null;
}

export function digitsOf(number: string): string {
  return number.replace(/[\s-]/g, '');
}
