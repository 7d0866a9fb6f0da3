import type { DeletionCause, Freeze } from '../domain/recording-deletion.js';
import type { RecordingGap } from '../domain/recording-gaps.js';
import { RETENTION, retentionOf } from '../domain/recording-retention.js';
import {
  agrees,
  banOf,
  RECORDING_PURPOSES,
  type RecordingBan,
  type RecordingPurpose,
} from '../domain/recording-rule.js';
import { isTaking, type RecordingEnd } from '../domain/recording-state.js';
import type {
  DeletionCertificateRecord,
  RecordingConsentRecord,
  RecordingFileRecord,
  RecordingRecord,
  RecordingTermsRecord,
} from '../persistence/recording.records.js';
import type { SessionRecord } from '../persistence/session.records.js';
import { RECORDING_WORDING } from './recording-consents.js';

/** How one purpose stands in a room. */
export interface PurposeView {
  readonly purpose: RecordingPurpose;
  readonly haveIAgreed: boolean;
  readonly hasOtherAgreed: boolean;
  /** `failed`: it could not be started; agreeing again tries again. */
  readonly state: 'off' | 'starting' | 'recording' | 'failed';
  /** RFC 3339, UTC. */
  readonly since: string | null;
  /** What both should know of one that is running, e.g. that nothing comes in. */
  readonly problem: string | null;
  /** How long it will be kept after the session. */
  readonly keepHours: number;
}

/** What both see about recording in their room. */
export interface RoomRecordingView {
  /** The name of the words that people agree to. */
  readonly wording: string;
  /** Why this session is never recorded; null when the two decide. */
  readonly ban: RecordingBan | null;
  readonly purposes: readonly PurposeView[];
}

export interface RecordingFileView {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'person' | 'screen';
  readonly sizeKib: number;
  readonly sha256: string;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly width: number;
  readonly height: number;
}

export interface RecordingView {
  readonly id: string;
  readonly purpose: RecordingPurpose;
  readonly state: 'finishing' | 'ready' | 'failed';
  readonly endReason: RecordingEnd | null;
  /** RFC 3339, UTC: where its time begins. */
  readonly beganAt: string;
  readonly durationMs: number | null;
  readonly keepUntil: string | null;
  readonly frozenBy: Freeze | null;
  readonly gaps: readonly RecordingGap[];
  readonly files: readonly RecordingFileView[];
}

/** Proof that a recording is gone. */
export interface CertificateView {
  readonly id: string;
  readonly purpose: RecordingPurpose;
  readonly cause: DeletionCause;
  readonly rule: string;
  readonly deletedAt: string;
  readonly files: readonly { readonly sha256: string; readonly sizeKib: number }[];
}

export function roomViewOf(
  { learnerId, expertId, expertIsGenerated }: SessionRecord,
  personId: string,
  terms: RecordingTermsRecord | null,
  consents: readonly RecordingConsentRecord[],
  latest: ReadonlyMap<RecordingPurpose, RecordingRecord>,
): RoomRecordingView {
  const otherId = personId === learnerId ? expertId : learnerId;
  return {
    wording: RECORDING_WORDING,
    ban: banOf(terms),
    purposes: RECORDING_PURPOSES.map((purpose) => {
      const recording = latest.get(purpose);
      const haveIAgreed = agrees(consents, personId, purpose);
      const hasOtherAgreed = expertIsGenerated ? haveIAgreed : agrees(consents, otherId, purpose);
      const keeping = { categories: [], countries: [], ...terms, purpose };
      return {
        purpose,
        haveIAgreed,
        hasOtherAgreed,
        ...standing(recording, haveIAgreed && hasOtherAgreed),
        keepHours: retentionOf(RETENTION, keeping).keepHours,
      };
    }),
  };
}

function standing(
  recording: RecordingRecord | undefined,
  areAgreed: boolean,
): Pick<PurposeView, 'state' | 'since' | 'problem'> {
  const off = { state: 'off', since: null, problem: null } as const;
  if (!recording) return off;
  const { state, startedAt, failure, endReason } = recording;
  if (isTaking(state))
    return {
      state: state === 'recording' ? 'recording' : 'starting',
      since: startedAt?.toString() ?? null,
      problem: failure,
    };
  const hasFailed = endReason === 'could_not_start' || endReason === 'broke_off';
  return hasFailed && areAgreed ? { state: 'failed', since: null, problem: endReason } : off;
}

/** Of one that was made; those that are being made or left nothing are not among them. */
export function recordingViewOf(
  recording: RecordingRecord,
  files: readonly RecordingFileRecord[],
  frozenBy: Freeze | null,
): RecordingView[] {
  const { id, purpose, state, endReason, baseAt, durationMs, keepUntil, gaps } = recording;
  if (state !== 'finishing' && state !== 'ready' && state !== 'failed') return [];
  return [
    {
      id,
      purpose,
      state,
      endReason,
      beganAt: baseAt.toString(),
      durationMs,
      keepUntil: keepUntil?.toString() ?? null,
      frozenBy,
      gaps: gaps ?? [],
      files: files.filter(({ recordingId }) => recordingId === id).map(fileViewOf),
    },
  ];
}

export function certificateViewOf(certificate: DeletionCertificateRecord): CertificateView {
  const { id, purpose, cause, rule, deletedAt, files } = certificate;
  return { id, purpose, cause, rule, deletedAt: deletedAt.toString(), files };
}

function fileViewOf(file: RecordingFileRecord): RecordingFileView {
  const { id, personId, kind, sizeKib, sha256, pictures, hasSound, width, height } = file;
  return { id, personId, kind, sizeKib, sha256, hasPicture: pictures > 0, hasSound, width, height };
}
