import { contentSecurityPolicy } from './security-policy.js';

describe('contentSecurityPolicy', () => {
  it('names the nonce for scripts and the own websocket for connections', () => {
    const policy = contentSecurityPolicy('abc', 'visavis.example', true);
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).toContain("connect-src 'self' wss://visavis.example");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('names the media server that pages connect to, and no other', () => {
    const policy = contentSecurityPolicy('abc', 'visavis.example', true, {
      speakWith: ['wss://live.example'],
    });
    expect(policy).toContain("connect-src 'self' wss://visavis.example wss://live.example;");
  });

  it('leaves out a host header that would end its directive', () => {
    const policy = contentSecurityPolicy('abc', "evil; script-src 'unsafe-inline'", false);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('evil');
  });
});
