import { accept, type Verdict } from '../../../shared/verdict.js';
import { sumPercents, taxAmount } from './arithmetic.js';
import type { PackReference, TaxDecision } from './decision.js';
import { filesBeside, filesOf, type Law, lawAt } from './law.js';
import { decideLiability } from './liability.js';
import type { Place } from './locate.js';
import type { LiabilityRule, Loaded, PackBody, PackSet, RoundingRule, UnionBody } from './pack.js';
import { decidePlace, type PlaceDecision } from './place.js';
import type { TaxRefusal } from './refusal.js';
import type { SupplyQuestion } from './supply-question.js';
import { noteOf } from './supply-rules.js';
import { traceOf } from './trace.js';
import { decideTreatment, type TreatmentDecision } from './treatment.js';
import { type Candidate, type Chosen, chooseClaim, isTaxed } from './rival-claims.js';
import { EN16931_CATEGORY_OF } from './vocabulary.js';

/** Rounding where no tax is charged and no pack is asked; it changes no amount. */
const NO_ROUNDING: RoundingRule = { scope: 'invoice_per_rate', mode: 'half_up' };

/** place -> liability -> treatment -> components -> rounding -> notes -> trace. */
export function decideSupply(
  question: SupplyQuestion,
  day: string,
  packs: PackSet,
): Verdict<TaxDecision, TaxRefusal> {
  const { rulesOf } = question;
  const placed = decidePlace(
    {
      supplier: question.supplier,
      customer: question.customer,
      locations: question.locations,
      read: question.readAt(),
      placeRulesOf: (law) => rulesOf(law).place,
      abroadRulesOf: (law) => rulesOf(law).abroad,
    },
    day,
    packs,
  );
  if (!placed.ok) return placed;
  const candidates: Candidate[] = [];
  for (const place of placed.value) {
    const candidate = decideUnder(place, question, day, packs);
    if (!candidate.ok) return candidate;
    candidates.push(candidate.value);
  }
  const chosen = chooseClaim(candidates);
  if (!chosen.ok) return chosen;
  return accept(assemble(question, chosen.value, day, packs));
}

function decideUnder(
  placed: PlaceDecision,
  question: SupplyQuestion,
  day: string,
  packs: PackSet,
): Verdict<Candidate, TaxRefusal> {
  const { rulesOf } = question;
  const read = question.readAt(placed.place);
  const liability = decideLiability(placed, rulesOf, day, read, packs);
  if (!liability.ok) return liability;
  const treated = decideTreatment(liability.value, placed.law, rulesOf, day, read, packs);
  if (!treated.ok) return treated;
  return accept({ placed, liability: liability.value, treated: treated.value, read });
}

function assemble(
  question: SupplyQuestion,
  { placed, liability, treated, read, isContested }: Chosen,
  day: string,
  packs: PackSet,
): TaxDecision {
  const { price } = question;
  const { place, law, speaker } = placed;
  const named = liability.rule.liable;
  const liable = named === 'expert' ? question.supplierParty : named;
  const rounding = law?.pack?.body.rounding ?? NO_ROUNDING;
  const { netMinor, taxMinor, grossMinor, components } = taxAmount(
    price.amountMinor,
    price.taxBehavior,
    treated.components,
    rounding,
  );
  const notes = notesOf(liability.rule, treated, law ?? speaker);
  const invoiceLaw = invoiceLawOf(liability.rule, law, question.supplier, day, packs);
  const exemptionCode = treated.match.rule.vatex ?? null;
  return {
    kind: question.kind,
    date: day,
    placeOfSupply: place.code,
    liable,
    treatment: treated.treatment,
    ratePercent: sumPercents(components.map((component) => component.ratePercent)),
    components,
    netMinor,
    taxMinor,
    grossMinor,
    currency: price.currency,
    noteRequired: notes.length > 0,
    notes,
    invoiceRequirements: invoiceLaw && {
      ...invoiceLaw.body.invoice,
      jurisdiction: invoiceLaw.body.jurisdiction,
    },
    en16931: { category: EN16931_CATEGORY_OF[treated.treatment], exemptionCode },
    obligations: question.obligationsOf(place, liable, isTaxed(treated)),
    packs: referencesOf([
      ...filesBeside(question.supplier, packs),
      ...filesBeside(question.customer, packs),
      ...filesBeside(place, packs),
      ...filesOf(law),
      ...filesOf(speaker),
      ...(invoiceLaw ? [invoiceLaw] : []),
    ]),
    trace: traceOf({
      question,
      placed,
      liability,
      treated,
      read,
      isContested,
      netMinor,
      taxMinor,
      grossMinor,
    }),
  };
}

/** Legal texts that the rules of liability and treatment ask for, each once. */
function notesOf(
  liability: LiabilityRule,
  treated: TreatmentDecision,
  law: Law,
): TaxDecision['notes'] {
  const ids = new Set([liability.note, treated.match.rule.note].filter((id) => id !== undefined));
  return [...ids].map((id) => ({ id, texts: noteOf(law, id)?.texts ?? {} }));
}

/**
 * The pack whose invoice rules apply: the place's, or the supplier's where a rule says so or the place
 * has none.
 */
function invoiceLawOf(
  liability: LiabilityRule,
  law: Law | undefined,
  supplier: Place,
  day: string,
  packs: PackSet,
): Loaded<PackBody> | null {
  const suppliers = lawAt(supplier, packs, day)?.pack;
  const places = law?.pack;
  return (
    (liability.invoiceLaw === 'seller' ? (suppliers ?? places) : (places ?? suppliers)) ?? null
  );
}

function referencesOf(files: readonly Loaded<UnionBody | PackBody>[]): PackReference[] {
  const byJurisdiction = new Map(
    files.map(({ body, version, hash }) => [
      body.jurisdiction,
      { jurisdiction: body.jurisdiction, version, hash },
    ]),
  );
  return [...byJurisdiction.values()].sort((a, b) => (a.jurisdiction < b.jurisdiction ? -1 : 1));
}
