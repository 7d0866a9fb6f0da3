import type { RateTable } from './pack.js';
import { rateOn } from './rates.js';

const TABLE: RateTable = {
  standard: [
    { percent: '10', from: '2020-01-01', to: '2024-06-30', source: 's' },
    { percent: '7', from: '2024-07-01', expiresOn: '2026-09-30', source: 's' },
  ],
};

describe('rateOn', () => {
  it('knows the last day of one rate and the first of the next', () => {
    expect(rateOn(TABLE, 'standard', '2024-06-30', 'TH')).toMatchObject({
      ok: true,
      value: { percent: '10' },
    });
    expect(rateOn(TABLE, 'standard', '2024-07-01', 'TH')).toMatchObject({
      ok: true,
      value: { percent: '7' },
    });
  });

  it('answers on the last day of a temporary rate', () => {
    expect(rateOn(TABLE, 'standard', '2026-09-30', 'TH')).toMatchObject({ ok: true });
  });

  it('refuses the day after a temporary rate has ended without a successor', () => {
    expect(rateOn(TABLE, 'standard', '2026-10-01', 'TH')).toEqual({
      ok: false,
      refusal: {
        code: 'rate_expired',
        jurisdiction: 'TH',
        rate: 'standard',
        expiredOn: '2026-09-30',
      },
    });
  });

  it('refuses a day before the first rate and a rate of another name', () => {
    expect(rateOn(TABLE, 'standard', '2019-12-31', 'TH')).toMatchObject({
      refusal: { code: 'rate_missing' },
    });
    expect(rateOn(TABLE, 'reduced', '2024-01-01', 'TH')).toMatchObject({
      refusal: { code: 'rate_missing' },
    });
  });
});
