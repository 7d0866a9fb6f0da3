import type { Temporal } from 'temporal-polyfill';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { TaxDecision } from './decision.js';
import { readSale } from './fact-reader.js';
import type { BuyerFacts, PlatformFacts, SaleFacts, SellerFacts } from './facts.js';
import { type Address, locate, type Place } from './locate.js';
import { chooseLocation, type LocationChoice } from './location-evidence.js';
import { saleObligations } from './obligations.js';
import type { PackSet } from './pack.js';
import type { TaxRefusal } from './refusal.js';
import { decideSupply } from './supply-decision.js';
import { saleRules } from './supply-rules.js';

/**
 * Decides the tax on one session: where it is supplied, who accounts for it, at what rate, and why.
 *
 * Pure: the same facts, day and packs give the same decision, byte for byte. A paid sale that the
 * packs do not answer is refused with what is missing; a free one always passes.
 *
 * @param facts what is known; absent members are unknown or "not claimed" as `fact-reader.ts` says
 * @param date  the tax point in the time zone of the jurisdiction
 * @throws RangeError when the price is negative
 */
export function decideSale(
  facts: SaleFacts,
  date: Temporal.PlainDate,
  packs: PackSet,
): Verdict<TaxDecision, TaxRefusal> {
  if (facts.price.amountMinor < 0n) throw new RangeError('a price is zero or more');
  const day = date.toString();
  const decided = decidePaid(normalise(facts, packs), day, packs);
  return facts.price.amountMinor === 0n ? accept(freeOfTax(facts, day, decided)) : decided;
}

/** Where the buyer lives by the evidence that was chosen from, or as given when there is none. */
function buyerAddress(
  { country, region, postcode }: BuyerFacts,
  choice: LocationChoice | undefined,
): Address | undefined {
  if (!choice) return country === undefined ? undefined : { country, region, postcode };
  if (choice.kind === 'undecided') return undefined;
  // Region and postcode were declared for the declared country; they say nothing of another one.
  return choice.country === country ? { country, region, postcode } : { country: choice.country };
}

function decidePaid(
  facts: SaleFacts,
  day: string,
  packs: PackSet,
): Verdict<TaxDecision, TaxRefusal> {
  const from = addressOf(facts.seller);
  const chosenBy = facts.buyer.evidence && chooseLocation(facts.buyer.evidence);
  const to = buyerAddress(facts.buyer, chosenBy);
  const missing = [
    ...(from ? [] : [facts.platform.actsAs === 'own_name' ? 'platform.country' : 'seller.country']),
    ...(to ? [] : ['buyer.country']),
    ...(facts.platform.actsAs === undefined ? ['platform.actsAs'] : []),
  ];
  if (!from || !to || missing.length > 0)
    return refuse({ code: 'fact_missing', facts: missing, ruleId: null });
  const seller = locate(from, packs);
  const buyer = locate(to, packs);
  return decideSupply(
    {
      kind: 'sale',
      supplier: seller,
      customer: buyer,
      locations: { seller, buyer },
      price: facts.price,
      ...(chosenBy && { chosenBy }),
      rulesOf: saleRules,
      readAt: (place?: Place) => readSale(facts, seller, buyer, packs, place),
      supplierParty: facts.platform.actsAs === 'own_name' ? 'platform' : 'expert',
      obligationsOf: (place, liable, isTaxed) =>
        saleObligations(facts, seller, place, liable, isTaxed, packs),
    },
    day,
    packs,
  );
}

/** A platform that sells in its own name is the seller, with its own registrations and no personal exemption. */
function normalise(facts: SaleFacts, packs: PackSet): SaleFacts {
  if (facts.platform.actsAs !== 'own_name') return facts;
  return { ...facts, seller: platformAsSeller(facts.platform, packs), evidence: [] };
}

function platformAsSeller(
  { country, region, registrations = [] }: PlatformFacts,
  packs: PackSet,
): SellerFacts {
  const oneStops = [...packs.unions.values()].map(({ body }) => body.oneStop?.platform);
  const hasOneStop = oneStops.some((code) => code !== undefined && registrations.includes(code));
  return {
    country,
    region,
    kind: 'company',
    taxRegistered: country !== undefined && registrations.includes(country),
    scheme: 'none',
    ossUnion: hasOneStop,
    ossNonUnion: hasOneStop,
    foreignRegistrations: registrations,
  };
}

function addressOf({ country, region, postcode }: SellerFacts): Address | undefined {
  return country === undefined ? undefined : { country, region, postcode };
}

/** Without consideration there is no taxable supply; the place is named where the rules can. */
function freeOfTax(
  facts: SaleFacts,
  day: string,
  decided: Verdict<TaxDecision, TaxRefusal>,
): TaxDecision {
  const place = decided.ok
    ? decided.value.placeOfSupply
    : (facts.buyer.country ?? facts.seller.country ?? '');
  return {
    kind: 'sale',
    date: day,
    placeOfSupply: place,
    liable: 'none',
    treatment: 'no_consideration',
    ratePercent: '0',
    components: [],
    netMinor: 0n,
    taxMinor: 0n,
    grossMinor: 0n,
    currency: facts.price.currency,
    noteRequired: false,
    notes: [],
    invoiceRequirements: null,
    en16931: { category: 'O', exemptionCode: null },
    obligations: [],
    packs: decided.ok ? decided.value.packs : [],
    trace: [
      {
        step: 'treatment',
        key: 'treatment.no_consideration',
        params: { place },
        ruleId: null,
        jurisdiction: null,
        because: [{ fact: 'price', value: '0' }],
        confidence: 'law',
        say: null,
        source: null,
      },
    ],
  };
}
