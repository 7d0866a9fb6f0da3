import type { RoomRecording } from '../../../shared/api/contract';
import { milestoneOf } from './milestone';

type State = RoomRecording['purposes'][number]['state'];

const room = (
  copy: State,
  evidence: State = 'off',
  problem: string | null = null,
): RoomRecording => ({
  wording: '2026-11',
  ban: null,
  purposes: [
    { ...ONE, purpose: 'copy', state: copy, problem },
    { ...ONE, purpose: 'evidence', state: evidence },
  ],
});
const ONE = { haveIAgreed: true, hasOtherAgreed: true, since: null, problem: null, keepHours: 24 };

describe('milestoneOf', () => {
  it('says that a recording began only when media was seen coming in', () => {
    expect(milestoneOf(undefined, room('starting'))).toBeNull();
    expect(milestoneOf(room('starting'), room('recording'))).toBe('began');
    expect(milestoneOf(undefined, room('recording'))).toBe('began');
  });

  it('says that it stopped, failed, or gets nothing', () => {
    expect(milestoneOf(room('recording'), room('off'))).toBe('stopped');
    expect(milestoneOf(room('starting'), room('failed'))).toBe('failed');
    expect(milestoneOf(room('recording'), room('recording', 'off', 'nothing_comes_in'))).toBe(
      'stalled',
    );
  });

  it('says the worse of two things, and nothing twice', () => {
    expect(milestoneOf(room('off', 'starting'), room('recording', 'failed'))).toBe('failed');
    expect(milestoneOf(room('recording'), room('recording'))).toBeNull();
  });
});
