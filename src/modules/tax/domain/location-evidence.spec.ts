import { chooseLocation } from './location-evidence.js';

describe('chooseLocation', () => {
  it('takes the country that two items name', () => {
    const items = [
      { source: 'declared', country: 'DE' },
      { source: 'card', country: 'FR' },
      { source: 'ip', country: 'FR' },
    ] as const;
    expect(chooseLocation(items)).toEqual({ kind: 'agreed', country: 'FR', by: ['card', 'ip'] });
  });

  it('prefers the pair with the strongest item when two countries have two each', () => {
    const items = [
      { source: 'ip', country: 'FR' },
      { source: 'phone', country: 'FR' },
      { source: 'declared', country: 'DE' },
      { source: 'card', country: 'DE' },
    ] as const;
    expect(chooseLocation(items)).toMatchObject({ kind: 'agreed', country: 'DE' });
  });

  it('does not count the same item twice', () => {
    const items = [
      { source: 'ip', country: 'FR' },
      { source: 'ip', country: 'FR' },
    ] as const;
    expect(chooseLocation(items)).toEqual({ kind: 'undecided' });
  });

  it('falls back on the card when nothing agrees', () => {
    const items = [
      { source: 'declared', country: 'DE' },
      { source: 'card', country: 'FR' },
    ] as const;
    expect(chooseLocation(items)).toEqual({ kind: 'card_decides', country: 'FR' });
  });
});
