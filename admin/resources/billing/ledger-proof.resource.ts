import type { ProofView } from '../../../src/modules/billing/index.js';
import { decimalOf } from '../../../src/shared/decimal-amount.js';
import { money } from '../../../src/shared/money.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** What each night's proof of the books found, and the trial balance it left. */
export function ledgerProofResource(faces: Faces): ConsoleResource {
  const model = ledgerProofModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'BookOpen',
      columnsInList: ['day', 'problemCount', 'provedAt'],
      columnsOnPhone: ['problemCount'],
      auditedAs: 'billing.ledger_proof',
    }),
  };
}

function ledgerProofModel({ billing }: Faces): ReadModel {
  return {
    id: 'ledger-proofs',
    roles: ['ops'],
    columns: [
      { path: 'id' },
      { path: 'day' },
      { path: 'problemCount', type: 'number' },
      { path: 'problems' },
      { path: 'trialBalance' },
      { path: 'provedAt', type: 'datetime' },
    ],
    list: async ({ offset, limit }) => {
      const { items, total } = await billing.ledgerProofs({ offset, limit });
      return { items: items.map(rowOf), total };
    },
    byId: async (id) => {
      const proof = await billing.ledgerProof(id);
      return proof ? rowOf(proof) : null;
    },
  };
}

function rowOf({ day, problems, balances, doneAt }: ProofView): Row {
  const lines = Object.entries(balances).flatMap(([currency, accounts]) =>
    Object.entries(accounts).map(
      ([account, minor]) => `${account} ${decimalOf(money(BigInt(minor), currency))} ${currency}`,
    ),
  );
  return {
    id: day,
    day,
    problemCount: problems.length,
    problems: problems.join('\n'),
    trialBalance: lines.sort().join('\n'),
    provedAt: doneAt,
  };
}
