import { readBrowserSignal } from './embedded-signal.js';

const sources = { microphone: 'on', camera: 'muted', screen: 'off' };
const seatId = '0b9c7a52-6f1e-4c55-9a53-7d0a6b1f2c3d';

describe('readBrowserSignal', () => {
  it.each([
    { type: 'join', seatId, sdp: 'v=0', sources },
    { type: 'sources', seatId, sources },
    { type: 'sync', seatId },
    { type: 'leave', seatId },
  ])('reads $type', (message) => {
    expect(readBrowserSignal(message)).toEqual({ ok: true, value: message });
  });

  it('takes only what it knows', () => {
    const read = readBrowserSignal({ type: 'sync', seatId, role: 'moderator' });
    expect(read).toEqual({ ok: true, value: { type: 'sync', seatId } });
  });

  it.each([
    ['not an object', null],
    ['not an object', 'join'],
    ['not an object', []],
    ['seatId', { type: 'sync' }],
    ['seatId', { type: 'sync', seatId: '../../etc' }],
    ['type', { type: 'kick', seatId }],
    ['sources', { type: 'sources', seatId }],
    ['sources', { type: 'sources', seatId, sources: { ...sources, camera: true } }],
    ['sdp', { type: 'join', seatId, sources, sdp: 7 }],
    ['sdp', { type: 'join', seatId, sources, sdp: 'x'.repeat(1_000_000) }],
  ])('refuses because of %s: %j', (refusal, message) => {
    expect(readBrowserSignal(message)).toEqual({ ok: false, refusal });
  });
});
