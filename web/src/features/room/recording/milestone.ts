import type { RoomRecording } from '../../../shared/api/contract';

export type RecordingMilestone = 'began' | 'stopped' | 'failed' | 'stalled';

/** What has happened to the recordings of a room between two looks; the worse of two things first. */
export function milestoneOf(
  before: RoomRecording | undefined,
  now: RoomRecording | undefined,
): RecordingMilestone | null {
  const changes = (now?.purposes ?? []).map((current) => {
    const earlier = before?.purposes.find(({ purpose }) => purpose === current.purpose);
    const was = earlier?.state ?? 'off';
    if (current.state === 'failed' && was !== 'failed') return 'failed';
    if (current.state === 'recording' && was !== 'recording') return 'began';
    if (current.state === 'off' && (was === 'recording' || was === 'starting')) return 'stopped';
    const isStalled = current.state === 'recording' && current.problem !== null;
    return isStalled && earlier?.problem === null ? 'stalled' : null;
  });
  return WORST_FIRST.find((milestone) => changes.includes(milestone)) ?? null;
}

const WORST_FIRST = ['failed', 'stalled', 'stopped', 'began'] as const;
