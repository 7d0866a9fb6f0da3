import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../shared/currency.js';
import { percentToRatio } from '../../../shared/ratio.js';
import { money, share } from '../../../shared/money.js';
import { accept, refuse, type Verdict } from '../../../shared/verdict.js';
import type { PackReference } from './decision.js';
import { readExpert } from './fact-reader.js';
import type { WithholdingFacts } from './facts.js';
import { lawAt, noLivePack } from './law.js';
import { locate } from './locate.js';
import type { Loaded, PackBody, PackSet, WithholdingItem } from './pack.js';
import { rateOn } from './rates.js';
import type { TaxRefusal } from './refusal.js';
import { firstMatch } from './rule-walk.js';
import type { WithholdingBase } from './vocabulary.js';

export interface WithheldItem {
  readonly code: string;
  readonly ratePercent: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

export interface WithholdingDecision {
  readonly date: string;
  readonly ruleId: string | null;
  readonly items: readonly WithheldItem[];
  readonly totalMinor: bigint;
  readonly currency: CurrencyCode;
  readonly packs: readonly PackReference[];
}

/**
 * What the platform must hold back from an expert's payout, by the rules of the expert's country.
 * A pack without a rule that fits withholds nothing; a country without a live pack is refused.
 */
export function decideWithholding(
  facts: WithholdingFacts,
  date: Temporal.PlainDate,
  packs: PackSet,
): Verdict<WithholdingDecision, TaxRefusal> {
  const day = date.toString();
  const { country, region, postcode } = facts.expert;
  if (country === undefined)
    return refuse({ code: 'fact_missing', facts: ['expert.country'], ruleId: null });
  const home = locate({ country, region, postcode }, packs);
  const pack = lawAt(home, packs, day)?.pack;
  if (!pack) return refuse(noLivePack(home, packs, day));
  const read = readExpert(facts.platform, facts.expert, home, packs, home, facts.buyerRegion);
  const match = firstMatch(pack.body.withholding, day, read, home.code);
  if (!match.ok) return match;
  const items = withheldItems(match.value?.rule.items ?? [], facts, day, pack);
  if (!items.ok) return items;
  return accept({
    date: day,
    ruleId: match.value?.rule.id ?? null,
    items: items.value,
    totalMinor: items.value.reduce((total, item) => total + item.amountMinor, 0n),
    currency: facts.currency,
    packs: [{ jurisdiction: pack.body.jurisdiction, version: pack.version, hash: pack.hash }],
  });
}

function withheldItems(
  specs: readonly WithholdingItem[],
  facts: WithholdingFacts,
  day: string,
  pack: Loaded<PackBody>,
): Verdict<WithheldItem[], TaxRefusal> {
  const items: WithheldItem[] = [];
  for (const spec of specs) {
    const baseMinor = baseOf(facts, spec.of);
    if (baseMinor === undefined)
      return refuse({ code: 'fact_missing', facts: [`${spec.of}Minor`], ruleId: spec.code });
    const percent = percentOn(spec, day, pack.body.jurisdiction);
    if (!percent.ok) return percent;
    const withheld = share(
      money(baseMinor, facts.currency),
      percentToRatio(percent.value),
      pack.body.rounding.mode,
    );
    items.push({
      code: spec.code,
      ratePercent: percent.value,
      baseMinor,
      amountMinor: withheld.amountMinor,
    });
  }
  return accept(items);
}

function percentOn(
  { code, percent }: WithholdingItem,
  day: string,
  jurisdiction: string,
): Verdict<string, TaxRefusal> {
  if (typeof percent === 'string') return accept(percent);
  const period = rateOn({ [code]: percent }, code, day, jurisdiction);
  return period.ok ? accept(period.value.percent) : period;
}

function baseOf(facts: WithholdingFacts, of: WithholdingBase): bigint | undefined {
  return { net: facts.netMinor, tax: facts.taxMinor, gross: facts.grossMinor }[of];
}
