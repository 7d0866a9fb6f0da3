import { formatBytes } from './bytes';

describe('formatBytes', () => {
  it('uses the unit that keeps the number short', () => {
    expect(formatBytes(0, 'en')).toBe('0 bytes');
    expect(formatBytes(999, 'en')).toBe('1,000 bytes');
    expect(formatBytes(3_400, 'en')).toBe('3.4 kB');
    expect(formatBytes(25 * 1024 * 1024, 'en')).toBe('26 MB');
    expect(formatBytes(3_400_000, 'fr')).toMatch(/^3,4\sMo$/);
  });
});
