import { HEARTBEAT_LIMIT_MS, isPresent, lastSureMs, nobodyYet, witness } from './attendance.js';

const connected = { source: 'media', kind: 'connected', atMs: 1_000 } as const;

describe('attendance', () => {
  it('needs both the media server and the browser to say that somebody is there', () => {
    const byMedia = witness(nobodyYet(true), connected);
    expect(isPresent(byMedia, 1_100)).toBe(false);
    expect(isPresent(witness(byMedia, { source: 'heartbeat', seq: 1, atMs: 1_100 }), 1_200)).toBe(
      true,
    );
  });

  it('takes the word of the media server alone for a participant that the server made', () => {
    expect(isPresent(witness(nobodyYet(false), connected), 2_000)).toBe(true);
  });

  it('dates an absence back to the last packet, not to when the silence was noticed', () => {
    const gone = witness(witness(nobodyYet(false), connected), {
      source: 'media',
      kind: 'disconnected',
      atMs: 7_000,
    });
    expect(isPresent(gone, 10_000)).toBe(false);
    expect(lastSureMs(gone, 10_000)).toBe(7_000);
  });

  it('dates a frozen page back to its last heartbeat', () => {
    const frozen = witness(witness(nobodyYet(true), connected), {
      source: 'heartbeat',
      seq: 1,
      atMs: 5_000,
    });
    const nowMs = 5_001 + HEARTBEAT_LIMIT_MS;
    expect(isPresent(frozen, nowMs)).toBe(false);
    expect(lastSureMs(frozen, nowMs)).toBe(5_000);
  });

  it('changes nothing for heartbeats that come late or twice', () => {
    const seen = witness(nobodyYet(true), { source: 'heartbeat', seq: 7, atMs: 9_000 });
    expect(witness(seen, { source: 'heartbeat', seq: 7, atMs: 9_500 })).toEqual(seen);
    expect(witness(seen, { source: 'heartbeat', seq: 3, atMs: 9_900 })).toEqual(seen);
  });

  it('passes over the end of an earlier connection that is told late', () => {
    const back = witness(witness(nobodyYet(false), connected), { ...connected, atMs: 8_000 });
    const seen = witness(back, { source: 'media', kind: 'disconnected', atMs: 7_000 });
    expect(isPresent(seen, 9_000)).toBe(true);
    expect(seen).toEqual(back);
  });

  it('learns from a poll what a lost event did not tell', () => {
    const seen = witness(witness(nobodyYet(false), connected), {
      source: 'poll',
      isConnected: false,
      lastPacketAtMs: 4_000,
      atMs: 9_000,
    });
    expect(isPresent(seen, 9_000)).toBe(false);
    expect(lastSureMs(seen, 9_000)).toBe(4_000);
  });
});
