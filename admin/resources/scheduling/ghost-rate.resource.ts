import type { GhostRateView } from '../../../src/modules/scheduling/index.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { ConsoleResource } from '../console-resource.js';

/** Who was shown as free, was rung and did not answer. */
export function ghostRateResource(faces: Faces): ConsoleResource {
  const model = ghostRateModel(faces);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'BellOff',
      columnsInList: ['expert', 'missedPercent', 'missed', 'rung'],
      columnsOnPhone: ['missedPercent'],
    }),
  };
}

function ghostRateModel({ scheduling, accounts }: Faces): ReadModel {
  const rowsOf = async (rates: readonly GhostRateView[]): Promise<Row[]> => {
    const people = await accounts.people(rates.map(({ expertId }) => expertId));
    return rates.map(({ expertId, ...counts }) => ({
      id: expertId,
      expert: people.get(expertId)?.displayName ?? '',
      ...counts,
    }));
  };
  return {
    id: 'ghost-rates',
    roles: ['ops'],
    columns: [
      { path: 'id' },
      { path: 'expert' },
      { path: 'missedPercent', type: 'number' },
      { path: 'missed', type: 'number' },
      { path: 'rung', type: 'number' },
    ],
    list: async ({ offset, limit }) => {
      const { items, total } = await scheduling.ghostRates({ offset, limit });
      return { items: await rowsOf(items), total };
    },
    byId: async (id) => {
      const rate = await scheduling.ghostRateOf(id);
      return rate ? ((await rowsOf([rate]))[0] ?? null) : null;
    },
  };
}
