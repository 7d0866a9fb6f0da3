import { type Candidate, chooseClaim } from './rival-claims.js';

/** A law's answer, reduced to what the choice looks at. */
function claim(
  place: string,
  treatment: string,
  percents: readonly string[],
  { liable = 'expert', primary = false } = {},
): Candidate {
  return {
    placed: { place: { code: place, country: place }, match: { rule: { primary } } },
    liability: { rule: { liable } },
    treated: { treatment, components: percents.map((ratePercent) => ({ ratePercent })) },
  } as unknown as Candidate;
}

function chosenOf(...candidates: readonly Candidate[]): string {
  const verdict = chooseClaim(candidates);
  if (!verdict.ok) return verdict.refusal.code;
  return `${verdict.value.placed.place.code}${verdict.value.isContested ? ', contested' : ''}`;
}

const taxedAtHome = claim('GB', 'standard', ['20']);
const taxedThere = claim('FR', 'standard', ['20'], { primary: true });
const export0 = claim('NZ', 'zero_rated_export', ['0']);
const nobody = claim('NZ-there', 'not_registered', [], { liable: 'none' });
const exempt = claim('DE', 'exempt_private_tuition', []);

describe('chooseClaim', () => {
  it('lets the primary rule decide where two laws tax, and says so', () => {
    expect(chosenOf(taxedAtHome, taxedThere)).toBe('FR, contested');
    expect(chosenOf(taxedThere, taxedAtHome)).toBe('FR, contested');
  });

  it('refuses where two laws tax and none is primary', () => {
    expect(chosenOf(taxedAtHome, claim('JP', 'standard', ['10']))).toBe('place_conflict');
  });

  it('puts a tax before a relief, and a relief before a law that asks nothing of anybody', () => {
    expect(chosenOf(export0, taxedThere)).toBe('FR');
    expect(chosenOf(export0, nobody)).toBe('NZ');
    expect(chosenOf(exempt, taxedAtHome)).toBe('GB');
    expect(chosenOf(nobody, exempt)).toBe('DE');
  });
});
