import type { PageHandler } from 'adminjs';
import type { DashboardView } from './components/views.js';
import type { Faces } from './faces.js';
import { holdsOneOf, type Staff, staffOf } from './staff.js';
import { waitingSince } from './waiting.js';

type Queue = DashboardView['queues'][number];

const FIRST_ONLY = { offset: 0, limit: 1 } as const;

/** What waits for this member of staff, and whether the platform is well. */
export function dashboardHandler(faces: Faces, publicPath: string): PageHandler {
  return async (_request, _response, { currentAdmin }): Promise<DashboardView> => {
    const staff = staffOf(currentAdmin);
    if (!staff) return { queues: [], health: [] };
    const [queues, health] = await Promise.all([
      holdsOneOf(staff, ['reviewer']) ? reviewQueues(faces, publicPath, staff) : [],
      holdsOneOf(staff, ['ops', 'support']) ? healthOf(faces) : [],
    ]);
    return { queues, health };
  };
}

async function reviewQueues(faces: Faces, publicPath: string, staff: Staff): Promise<Queue[]> {
  const [applications, revisions] = await Promise.all([
    faces.vetting.queue(['submitted', 'in_review'], FIRST_ONLY),
    faces.catalog.reviewQueue(FIRST_ONLY),
  ]);
  const queue = (key: string, count: number, since: string | null): Queue => {
    const { waiting, isLate } = waitingSince(since, faces.clock.now(), staff.language);
    return { key, count, oldest: waiting, isLate, href: `${publicPath}/resources/${key}` };
  };
  return [
    queue('applications', applications.total, applications.items[0]?.submittedAt ?? null),
    queue('listing-revisions', revisions.total, revisions.items[0]?.writtenAt ?? null),
  ];
}

async function healthOf({ health }: Faces): Promise<DashboardView['health']> {
  const { checks } = await health.ready();
  return Object.entries(checks).map(([name, answer]) => ({ name, isOk: answer.ok }));
}
