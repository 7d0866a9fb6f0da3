import fc from 'fast-check';
import { RECORDING_PURPOSES } from './recording-rule.js';
import { RETENTION, retentionOf } from './recording-retention.js';

const CLAIM_WINDOW_HOURS = 72;

describe('retentionOf', () => {
  it('keeps a copy for ninety days where nothing says otherwise', () => {
    const found = retentionOf(RETENTION, {
      categories: ['cooking'],
      countries: ['US', 'KW'],
      purpose: 'copy',
    });
    expect(found).toEqual({ keepHours: 2160, rule: 'copy/*/*' });
  });

  it('takes the line that keeps it shortest, of the country of either person', () => {
    const found = retentionOf(RETENTION, {
      categories: ['cooking', 'bread'],
      countries: ['US', 'DE'],
      purpose: 'copy',
    });
    expect(found).toEqual({ keepHours: 720, rule: 'copy/*/DE' });
  });

  it('follows the category above the one of the offer', () => {
    const found = retentionOf(RETENTION, {
      categories: ['programming', 'computing'],
      countries: ['US'],
      purpose: 'copy',
    });
    expect(found.rule).toBe('copy/computing/*');
  });

  it('always has an answer, never longer than any line that applies, and evidence outlives the claim', () => {
    const names = fc.array(fc.constantFrom('cooking', 'computing', 'nowhere'), { maxLength: 3 });
    const places = fc.array(fc.constantFrom('DE', 'FR', 'US', 'JP'), { maxLength: 2 });
    fc.assert(
      fc.property(
        names,
        places,
        fc.constantFrom(...RECORDING_PURPOSES),
        (categories, countries, purpose) => {
          const { keepHours } = retentionOf(RETENTION, { categories, countries, purpose });
          expect(keepHours).toBeLessThanOrEqual(2160);
          if (purpose === 'evidence') expect(keepHours).toBeGreaterThan(CLAIM_WINDOW_HOURS);
        },
      ),
    );
  });
});
