import Stripe from 'stripe';
import { PaymentProviderRefusedError } from '../../domain/billing.errors.js';
import {
  PayoutGateway,
  type ProviderAccount,
  type ProviderTransfer,
} from '../../application/payout-ports.js';
import { callStripe, isUnknown } from './call-stripe.js';
import { fromStripe, toStripe } from './stripe-amounts.js';
import { REFERENCE } from './stripe-intent.js';

/** Under this name Stripe keeps the id of the expert. */
const EXPERT = 'visavis_expert';

/**
 * Stripe Connect: an Express account for each expert, asked on Stripe's own pages, and separate transfers, so that
 * the guarantee's window can be waited for. What reaches the account goes to the expert's bank by Stripe's schedule.
 *
 * @source https://docs.stripe.com/connect/separate-charges-and-transfers
 */
export class StripePayouts extends PayoutGateway {
  readonly name = 'stripe';
  readonly form = 'providers';

  constructor(private readonly stripe: Stripe) {
    super();
  }

  async openAccount({
    key,
    reference,
    country,
    email,
  }: Parameters<PayoutGateway['openAccount']>[0]): Promise<ProviderAccount> {
    const account = await refusedAsOurs(() =>
      this.stripe.accounts.create(
        {
          type: 'express',
          country,
          email,
          capabilities: { transfers: { requested: true } },
          metadata: { [EXPERT]: reference },
        },
        { idempotencyKey: key },
      ),
    );
    return accountOf(account);
  }

  setDestination(): Promise<ProviderAccount> {
    throw new PaymentProviderRefusedError('asked_on_its_own_page');
  }

  async onboardingUrl(accountId: string, returnUrl: string): Promise<string> {
    const { url } = await refusedAsOurs(() =>
      this.stripe.accountLinks.create({
        account: accountId,
        type: 'account_onboarding',
        // A link that is too old leads back, where the button makes a new one.
        refresh_url: returnUrl,
        return_url: returnUrl,
      }),
    );
    return url;
  }

  findAccount(accountId: string): Promise<ProviderAccount | null> {
    return unlessUnknown(async () =>
      accountOf(await callStripe(() => this.stripe.accounts.retrieve(accountId))),
    );
  }

  async transfer({
    key,
    reference,
    accountId,
    amount,
  }: Parameters<PayoutGateway['transfer']>[0]): Promise<ProviderTransfer> {
    const transfer = await refusedAsOurs(() =>
      this.stripe.transfers.create(
        {
          ...toStripe(amount),
          destination: accountId,
          transfer_group: reference,
          metadata: { [REFERENCE]: reference },
        },
        { idempotencyKey: key },
      ),
    );
    return transferOf(transfer);
  }

  findTransfer(transferId: string): Promise<ProviderTransfer | null> {
    return unlessUnknown(async () =>
      transferOf(await callStripe(() => this.stripe.transfers.retrieve(transferId))),
    );
  }
}

function accountOf(account: Stripe.Account): ProviderAccount {
  const bank = account.external_accounts?.data[0];
  return {
    id: account.id,
    state: stateOf(account),
    requirements: account.requirements?.currently_due ?? [],
    destination: bank ? `•••• ${bank.last4}` : null,
  };
}

/** `restricted` means that it was told everything and stopped all the same; before that it is not complete yet. */
function stateOf({
  capabilities,
  details_submitted: isSubmitted,
}: Stripe.Account): ProviderAccount['state'] {
  if (capabilities?.transfers === 'active') return 'active';
  return isSubmitted ? 'restricted' : 'incomplete';
}

/** A transfer is on the expert's account at once; only a reversal brings it back. */
function transferOf(transfer: Stripe.Transfer): ProviderTransfer {
  return {
    id: transfer.id,
    reference: transfer.metadata[REFERENCE] ?? '',
    amount: fromStripe(transfer.amount, transfer.currency),
    state: transfer.reversed ? 'returned' : 'paid',
    failure: transfer.reversed ? 'reversed' : null,
  };
}

async function refusedAsOurs<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await callStripe(send);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError)
      throw new PaymentProviderRefusedError(error.code ?? 'refused');
    throw error;
  }
}

async function unlessUnknown<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (isUnknown(error)) return null;
    throw error;
  }
}
