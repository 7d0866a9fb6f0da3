import type { PageHandler } from 'adminjs';
import type { DashboardView } from './components/views.js';
import type { Faces } from './faces.js';
import { holdsOneOf, staffOf } from './staff.js';
import { waitingSince } from './waiting.js';

type Queue = DashboardView['queues'][number];

const FIRST_ONLY = { offset: 0, limit: 1 } as const;

/** What waits for this member of staff, and whether the platform is well. */
export function dashboardHandler(faces: Faces, publicPath: string): PageHandler {
  return async (_request, _response, { currentAdmin }): Promise<DashboardView> => {
    const staff = staffOf(currentAdmin);
    if (!staff) return { queues: [], health: [] };
    const [forReviewers, forOps, health] = await Promise.all([
      holdsOneOf(staff, ['reviewer']) ? reviewQueues(faces) : [],
      holdsOneOf(staff, ['ops']) ? opsQueues(faces) : [],
      holdsOneOf(staff, ['ops', 'support']) ? healthOf(faces) : [],
    ]);
    const queues = [...forReviewers, ...forOps].map((line): Queue => {
      const { waiting, isLate } = waitingSince(line.since, faces.clock.now(), staff.language);
      const { key, count } = line;
      return { key, count, oldest: waiting, isLate, href: `${publicPath}/resources/${key}` };
    });
    return { queues, health };
  };
}

interface Line {
  /** The resource that lists it. */
  readonly key: string;
  readonly count: number;
  /** RFC 3339, since when the first one waits. */
  readonly since: string | null;
}

async function reviewQueues({ vetting, catalog }: Faces): Promise<Line[]> {
  const [applications, revisions] = await Promise.all([
    vetting.queue(['submitted', 'in_review'], FIRST_ONLY),
    catalog.reviewQueue(FIRST_ONLY),
  ]);
  return [
    {
      key: 'applications',
      count: applications.total,
      since: applications.items[0]?.submittedAt ?? null,
    },
    {
      key: 'listing-revisions',
      count: revisions.total,
      since: revisions.items[0]?.writtenAt ?? null,
    },
  ];
}

async function opsQueues({ deadLetters, billing }: Faces): Promise<Line[]> {
  const { items, total } = await deadLetters.list(FIRST_ONLY);
  const [proof] = (await billing.ledgerProofs(FIRST_ONLY)).items;
  const problems = proof?.problems.length ?? 0;
  return [
    { key: 'dead-letters', count: total, since: items[0]?.failedAt ?? null },
    {
      key: 'ledger-proofs',
      count: problems,
      since: problems > 0 ? (proof?.doneAt ?? null) : null,
    },
  ];
}

async function healthOf({ health }: Faces): Promise<DashboardView['health']> {
  const { checks } = await health.ready();
  return Object.entries(checks).map(([name, answer]) => ({ name, isOk: answer.ok }));
}
