import { randomUUID } from 'node:crypto';
import {
  RecordingsFacade,
  SessionsFacade,
  type SessionRecordingTerms,
} from '../../../src/modules/sessions/index.js';
import { FinishRecordings } from '../../../src/modules/sessions/application/finish-recordings.js';
import { SessionRuntime } from '../../../src/modules/sessions/application/session-runtime.js';
import { VIDEO_PORT } from '../../../src/modules/sessions/application/video-port.token.js';
import type { VideoPort } from '../../../src/modules/sessions/media/video-port.js';
import { money } from '../../../src/shared/money.js';
import { eventually } from '../../media/eventually.js';
import type { TestApp } from '../../support/test-app.js';
import { aPerson, type Somebody } from '../../support/world.js';

/** Several looks of the keeper and a first frame, on a machine that has other work. */
const STATE_LIMIT_MS = 25_000;

/** Two people in one room, with drawn figures in place of their browsers. */
export interface RecordingScene {
  readonly learner: Somebody;
  readonly expert: Somebody;
  readonly sessionId: string;
  agree(who: Somebody, purpose: 'copy' | 'evidence', hasAgreed?: boolean): Promise<void>;
  room(who?: Somebody): Promise<RoomState>;
  /** Waits until a purpose is where it should be. */
  until(purpose: 'copy' | 'evidence', state: string): Promise<void>;
  end(): Promise<void>;
  /** Everything that has ended is made playable. */
  finish(): Promise<void>;
}

export interface RoomState {
  readonly wording: string;
  readonly ban: string | null;
  readonly purposes: readonly {
    readonly purpose: string;
    readonly state: string;
    readonly problem: string | null;
    readonly haveIAgreed: boolean;
    readonly hasOtherAgreed: boolean;
  }[];
}

export async function aRoom(
  test: TestApp,
  terms: Partial<SessionRecordingTerms> | null = {},
): Promise<RecordingScene> {
  const [learner, expert] = [await aPerson(test, 'Lea'), await aPerson(test, 'Eva')];
  const now = test.clock.now();
  const { id } = await test.get(SessionsFacade).open({
    sourceKind: 'help_request',
    sourceId: randomUUID(),
    appointmentId: randomUUID(),
    listingId: randomUUID(),
    listingTitle: 'Rescue your sourdough',
    problem: '',
    learnerId: learner.id,
    expertId: expert.id,
    terms: { model: 'per_minute', unit: money(120n, 'EUR'), freeMinutes: 0 },
    ceilingMinutes: 15,
    ceiling: money(1800n, 'EUR'),
    paymentId: null,
    expertIsGenerated: false,
    opensAt: now,
    waitUntil: now.add({ minutes: 10 }),
  });
  if (terms)
    await test.get(RecordingsFacade).setTerms({
      sessionId: id,
      isForChild: false,
      categoryForbids: false,
      offerForbids: false,
      categories: ['cooking'],
      countries: ['US', 'KW'],
      ...terms,
    });
  await bothComeIn(test, id, [learner.id, expert.id]);
  const path = `/api/v1/sessions/${id}/recording`;
  const room = async (who = learner): Promise<RoomState> =>
    (await who.http.get(path).expect(200)).body as RoomState;
  return {
    learner,
    expert,
    sessionId: id,
    room,
    agree: async (who, purpose, hasAgreed = true) => {
      const { wording } = await room();
      await who.http
        .post(`${path}/consents`)
        .send({ purpose, hasAgreed, wording, language: 'en' })
        .expect(200);
    },
    until: async (purpose, state) => {
      const isThere = async (): Promise<boolean> =>
        (await room()).purposes.some((one) => one.purpose === purpose && one.state === state);
      await eventually(`${purpose} is ${state}`, isThere, STATE_LIMIT_MS);
    },
    end: () =>
      test
        .get(SessionsFacade)
        .end(id, learner.id)
        .then(() => undefined),
    finish: async () => {
      await pauseForKeeper();
      await test.get(FinishRecordings).finishAll();
      await test.get(FinishRecordings).finishAll();
    },
  };
}

/** The keeper looks every two seconds. */
function pauseForKeeper(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_200));
}

async function bothComeIn(test: TestApp, id: string, people: readonly string[]): Promise<void> {
  const video = test.app.get<VideoPort>(VIDEO_PORT, { strict: false });
  const runtime = test.get(SessionRuntime);
  const atMs = test.clock.now().epochMilliseconds;
  for (const [look, participantId] of people.entries()) {
    await video.joinGenerated(id, participantId, look);
    await runtime.hear({ kind: 'connected', roomId: id, participantId, atMs });
    await runtime.witness(id, participantId, { source: 'heartbeat', seq: 1, atMs });
  }
}
