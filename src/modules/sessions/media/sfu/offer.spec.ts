import { announceAddresses, narrowOffer, placesOf } from './offer.js';

const OFFER = [
  'v=0',
  's=-',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=sendonly',
  'a=rtcp-fb:111 transport-cc',
  'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'a=rtcp-fb:96 nack pli',
  'a=rtcp-fb:96 ccm fir',
  'a=rtcp-fb:96 transport-cc',
  'a=recvonly',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  '',
].join('\r\n');

describe('narrowOffer', () => {
  it('removes the feedback that this server would answer wrongly and nothing else', () => {
    const removed = OFFER.split('\r\n').filter((line) => !narrowOffer(OFFER).includes(line));
    expect(removed).toEqual([
      'a=rtcp-fb:111 transport-cc',
      'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
      'a=rtcp-fb:96 ccm fir',
      'a=rtcp-fb:96 transport-cc',
    ]);
  });
});

describe('placesOf', () => {
  it('lists the sections in order with their directions', () => {
    expect(placesOf(OFFER)).toEqual(['audio sendonly', 'video recvonly', 'application']);
  });

  it('finds no places in something that is not an offer', () => {
    expect(placesOf('hello')).toEqual([]);
  });
});

describe('announceAddresses', () => {
  const answer = [
    'v=0',
    's=-',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=candidate:1 1 udp 1 127.0.0.1 999 typ host',
    'a=end-of-candidates',
    'a=ice-lite',
    'a=sendonly',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=candidate:1 1 udp 1 127.0.0.1 999 typ host',
    'a=ice-lite',
    '',
  ].join('\r\n');

  it('names every address on the one port, the first with the highest priority', () => {
    const lines = announceAddresses(answer, ['203.0.113.5', '127.0.0.1'], 4000).split('\r\n');
    const candidates = lines.filter((line) => line.startsWith('a=candidate:'));
    expect(candidates.map((line) => line.split(' ').slice(4, 6).join(':'))).toEqual([
      '203.0.113.5:4000',
      '127.0.0.1:4000',
    ]);
    const [first, second] = candidates.map((line) => Number(line.split(' ')[3]));
    expect(first).toBeGreaterThan(second!);
  });

  it('says ice-lite for the whole session, where browsers look for it', () => {
    const lines = announceAddresses(answer, ['127.0.0.1'], 4000).split('\r\n');
    expect(lines.filter((line) => line === 'a=ice-lite')).toHaveLength(1);
    expect(lines.indexOf('a=ice-lite')).toBeLessThan(lines.findIndex((l) => l.startsWith('m=')));
  });

  it('keeps every other line in its order', () => {
    const kept = announceAddresses(answer, [], 4000)
      .split('\r\n')
      .filter((line) => !/ice-lite|end-of/.test(line));
    expect(kept).toEqual(answer.split('\r\n').filter((line) => !/ice-lite|candidate/.test(line)));
  });
});
