import { unsetAvailability } from './availability.js';
import {
  bookedMinutes,
  checkListingRules,
  NO_LISTING_RULES,
  rulesForListing,
} from './listing-rules.js';

const rules = {
  ...unsetAvailability('Europe/Paris'),
  weekly: [{ weekday: 1, startsAt: '09:00', endsAt: '17:00' }],
};
const evening = [{ weekday: 5, startsAt: '18:00', endsAt: '20:00' }];

describe('rulesForListing', () => {
  it('takes from the offer what it says, and the rest from the expert', () => {
    const own = { ...NO_LISTING_RULES, stepMinutes: 60, bufferMinutes: 0, weekly: evening };
    expect(rulesForListing(rules, own)).toEqual({
      ...rules,
      stepMinutes: 60,
      bufferMinutes: 0,
      weekly: evening,
    });
    expect(rulesForListing(rules, { ...NO_LISTING_RULES, weekly: [] }).weekly).toEqual([]);
  });

  it('changes nothing where the offer says nothing', () => {
    expect(rulesForListing(rules, null)).toBe(rules);
    expect(rulesForListing(rules, NO_LISTING_RULES)).toEqual(rules);
  });
});

describe('bookedMinutes', () => {
  it('is what the price is for, then what the offer says, then half an hour', () => {
    const own = { ...NO_LISTING_RULES, sessionMinutes: 50 };
    expect([bookedMinutes(45, own), bookedMinutes(null, own), bookedMinutes(null, null)]).toEqual([
      45, 50, 30,
    ]);
  });
});

describe('checkListingRules', () => {
  it('names every broken rule', () => {
    const checked = checkListingRules({
      sessionMinutes: 7,
      noticeMinutes: -1,
      bufferMinutes: 3,
      stepMinutes: 0,
      weekly: [{ weekday: 8, startsAt: '09:00', endsAt: '09:00' }],
    });
    expect(checked.ok ? [] : checked.refusal.map(({ field }) => field)).toEqual([
      'sessionMinutes',
      'noticeMinutes',
      'bufferMinutes',
      'stepMinutes',
      'weekly.0.weekday',
      'weekly.0.endsAt',
    ]);
  });

  it('lets an offer say nothing', () => {
    expect(checkListingRules(NO_LISTING_RULES).ok).toBe(true);
  });
});
