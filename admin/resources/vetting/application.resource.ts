import type { ApplicationState, ApplicationView } from '../../../src/modules/vetting/index.js';
import { applicationCommands } from '../../actions/vetting/application-commands.js';
import type { Faces } from '../../faces.js';
import { type ReadModel, ReadResource, type Row } from '../../read-resource.js';
import { optionsFor } from '../../resource-options.js';
import type { Staff } from '../../staff.js';
import { waitingSince } from '../../waiting.js';
import type { ConsoleResource } from '../console-resource.js';
import { applicationPage } from './application-page.js';

const QUEUE: readonly ApplicationState[] = ['submitted', 'in_review'];
const STATES: readonly ApplicationState[] = [
  ...QUEUE,
  'changes_requested',
  'approved',
  'refused',
  'suspended',
];

/** Who wants to offer help, those waiting longest first. */
export function applicationResource(faces: Faces, publicPath: string): ConsoleResource {
  const model = applicationModel(faces, `${publicPath}/evidence`);
  return {
    resource: new ReadResource(model),
    options: optionsFor(model, faces.audit, {
      icon: 'UserPlus',
      columnsInList: ['applicant', 'category', 'state', 'waiting', 'submittedAt'],
      columnsOnPhone: ['waiting'],
      columnsOfFilter: ['state'],
      cells: { waiting: 'WaitingCell', state: 'StateCell' },
      page: 'ApplicationPage',
      commands: applicationCommands(faces.vetting, faces.audit),
      auditedAs: 'vetting.application',
    }),
  };
}

function applicationModel(faces: Faces, evidencePath: string): ReadModel {
  return {
    id: 'applications',
    roles: ['reviewer'],
    columns: [
      { path: 'id' },
      { path: 'applicant' },
      { path: 'category' },
      { path: 'state', values: STATES },
      { path: 'waiting' },
      { path: 'submittedAt', type: 'datetime' },
      { path: 'page' },
    ],
    list: async ({ offset, limit, filters }, staff) => {
      const states = STATES.filter((state) => state === filters['state']);
      const { items, total } = await faces.vetting.queue(states.length > 0 ? states : QUEUE, {
        offset,
        limit,
      });
      return { items: await rowsOf(faces, items, staff), total };
    },
    byId: async (id, staff) => {
      const application = await faces.vetting.application(id);
      const [row] = await rowsOf(faces, [application], staff);
      if (!row) return null;
      const page = await applicationPage(faces, application, staff, evidencePath);
      return { ...row, page: JSON.stringify(page) };
    },
  };
}

async function rowsOf(
  faces: Faces,
  applications: readonly ApplicationView[],
  staff: Staff,
): Promise<Row[]> {
  const people = await faces.accounts.people(applications.map(({ accountId }) => accountId));
  const categories = new Map(
    (await faces.catalog.categoryViews(staff.language)).map(({ id, name }) => [id, name]),
  );
  const now = faces.clock.now();
  return applications.map((application) => ({
    id: application.id,
    applicant: people.get(application.accountId)?.displayName ?? '',
    category: categories.get(application.categoryId) ?? '',
    state: application.state,
    submittedAt: application.submittedAt,
    ...waitingSince(
      QUEUE.includes(application.state) ? application.submittedAt : null,
      now,
      staff.language,
    ),
  }));
}
