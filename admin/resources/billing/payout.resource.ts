import type { PayoutView } from '../../../src/modules/billing/index.js';
import { decimalOf } from '../../../src/shared/decimal-amount.js';
import { payoutCommands } from '../../actions/billing/payout-commands.js';
import type { PayoutPage } from '../../components/views.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** What was sent to experts, newest first, and what did not arrive. */
export function payoutResource(faces: Faces): ConsoleResource {
  const model = payoutModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'Send',
      columnsInList: ['expert', 'amount', 'payoutState', 'createdAt'],
      columnsOnPhone: ['amount', 'payoutState'],
      page: 'PayoutPage',
      commands: payoutCommands(faces.billing, faces.audit),
      auditedAs: 'billing.payout',
    }),
  };
}

function payoutModel({ accounts, billing }: Faces): ReadModel {
  const rowsOf = async (payouts: readonly PayoutView[]): Promise<Row[]> => {
    const people = await accounts.people(payouts.map(({ expertId }) => expertId));
    return payouts.map(({ id, expertId, amount, state, createdAt }) => ({
      id,
      expert: people.get(expertId)?.displayName ?? '',
      amount: `${decimalOf(amount)} ${amount.currency}`,
      payoutState: state,
      createdAt,
    }));
  };
  const pageOf = async (payout: PayoutView, expert: string): Promise<PayoutPage> => {
    const { staffReason, next } = await billing.payoutsOf(payout.expertId);
    return {
      expert,
      amount: `${decimalOf(payout.amount)} ${payout.amount.currency}`,
      state: payout.state,
      destination: payout.destination,
      failure: payout.failure,
      created: payout.createdAt,
      heldBecause: staffReason,
      owed: next.map(({ owed }) => `${decimalOf(owed)} ${owed.currency}`),
    };
  };
  return {
    id: 'payouts',
    roles: ['ops'],
    columns: [
      { path: 'id' },
      { path: 'expert' },
      { path: 'amount' },
      { path: 'payoutState' },
      { path: 'createdAt', type: 'datetime' },
      { path: 'page' },
    ],
    list: async ({ offset, limit }) => {
      const { items, total } = await billing.listPayouts({ offset, limit });
      return { items: await rowsOf(items), total };
    },
    byId: async (id) => {
      const payout = await billing.payout(id);
      const [row] = payout ? await rowsOf([payout]) : [];
      if (!payout || !row) return null;
      return { ...row, page: JSON.stringify(await pageOf(payout, String(row['expert']))) };
    },
  };
}
