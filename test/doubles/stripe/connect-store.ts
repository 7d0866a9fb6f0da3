import { newId, StripeRefusal } from './stripe-store.js';

interface Account {
  readonly id: string;
  readonly metadata: Record<string, string>;
  lastFour: string | null;
  isRestricted: boolean;
}

interface Transfer {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  readonly metadata: Record<string, string>;
  amountReversed: number;
}

/**
 * The part of Stripe Connect that pays experts: Express accounts, links to Stripe's pages, transfers.
 *
 * @source https://docs.stripe.com/api/accounts, /account_links, /transfers
 */
export class ConnectStore {
  readonly accounts = new Map<string, Account>();
  readonly transfers = new Map<string, Transfer>();

  /** @throws StripeRefusal for what Stripe does not know */
  route(call: string, params: URLSearchParams): object {
    if (call === 'POST /v1/accounts') return this.open(params);
    if (call === 'POST /v1/account_links') return this.link(params);
    if (call === 'POST /v1/transfers') return this.transfer(params);
    if (call === 'GET /v1/transfers') return listOf([...this.transfers.values()].map(transferJson));
    const account = /^GET \/v1\/accounts\/(\w+)$/.exec(call)?.[1];
    if (account) return accountJson(this.account(account));
    const transfer = /^GET \/v1\/transfers\/(\w+)$/.exec(call)?.[1];
    const known = transfer === undefined ? undefined : this.transfers.get(transfer);
    if (known) return transferJson(known);
    throw new StripeRefusal(404, 'invalid_request_error', 'url_invalid');
  }

  finish(accountId: string, lastFour: string): object {
    const account = this.account(accountId);
    account.lastFour = lastFour;
    return accountJson(account);
  }

  private open(params: URLSearchParams): object {
    if (params.get('capabilities[transfers][requested]') !== 'true')
      throw new StripeRefusal(400, 'invalid_request_error', 'parameter_missing');
    const account: Account = {
      id: newId('acct'),
      metadata: { visavis_expert: params.get('metadata[visavis_expert]') ?? '' },
      lastFour: null,
      isRestricted: false,
    };
    this.accounts.set(account.id, account);
    return accountJson(account);
  }

  private link(params: URLSearchParams): object {
    const { id } = this.account(params.get('account') ?? '');
    return { object: 'account_link', url: `https://connect.stripe.com/setup/e/${id}` };
  }

  private transfer(params: URLSearchParams): object {
    const account = this.account(params.get('destination') ?? '');
    if (account.lastFour === null || account.isRestricted)
      throw new StripeRefusal(
        400,
        'invalid_request_error',
        'insufficient_capabilities_for_transfer',
      );
    const transfer: Transfer = {
      id: newId('tr'),
      amount: Number(params.get('amount')),
      currency: params.get('currency') ?? '',
      destination: account.id,
      metadata: { visavis_payment: params.get('metadata[visavis_payment]') ?? '' },
      amountReversed: 0,
    };
    this.transfers.set(transfer.id, transfer);
    return transferJson(transfer);
  }

  private account(id: string): Account {
    const account = this.accounts.get(id);
    if (!account) throw new StripeRefusal(404, 'invalid_request_error', 'resource_missing');
    return account;
  }
}

function accountJson({ id, metadata, lastFour, isRestricted }: Account): object {
  const isPayable = lastFour !== null && !isRestricted;
  return {
    id,
    object: 'account',
    type: 'express',
    metadata,
    details_submitted: lastFour !== null,
    capabilities: { transfers: isPayable ? 'active' : 'inactive' },
    requirements: { currently_due: isPayable ? [] : ['external_account'] },
    external_accounts: listOf(
      lastFour === null ? [] : [{ id: 'ba_1', object: 'bank_account', last4: lastFour }],
    ),
  };
}

function transferJson(transfer: Transfer): object {
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: transfer.amountReversed,
    reversed: transfer.amountReversed === transfer.amount,
    currency: transfer.currency,
    destination: transfer.destination,
    metadata: transfer.metadata,
  };
}

function listOf(data: readonly object[]): object {
  return { object: 'list', data, has_more: false };
}
