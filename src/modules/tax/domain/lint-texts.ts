import type { LintFinding } from './lint-finding.js';
import type {
  LiabilityRule,
  PackBody,
  RateTable,
  RulePart,
  TreatmentRule,
  UnionBody,
} from './pack.js';
import { allRulesOf } from './rule-lists.js';

/** Sources, notes and reviews. A rule without a sentence of its own is told by the sentence of its outcome. */
export function checkTexts(
  body: UnionBody | PackBody,
  union: UnionBody | undefined,
  today: string,
): LintFinding[] {
  const finding = (
    severity: LintFinding['severity'],
    rule: string,
    message: string,
  ): LintFinding => ({ severity, jurisdiction: body.jurisdiction, rule, message });
  const rules = allRulesOf(body);
  const notes = { ...union?.notes, ...body.notes };
  const languages = ['en', ...(body.kind === 'country' ? body.languages : [])];
  const used = new Set(rules.map(noteIdOf).filter((id) => id !== undefined));
  return [
    ...namedSources(body)
      .filter(([, source]) => !Object.hasOwn(body.sources, source))
      .map(([owner, source]) =>
        finding(
          'error',
          'source',
          `${owner} names the source ${source}, which the file does not have`,
        ),
      ),
    ...[...used]
      .filter((id) => !Object.hasOwn(notes, id))
      .map((id) => finding('error', 'note', `no note is called ${id}`)),
    ...[...used]
      .filter((id) => Object.hasOwn(notes, id))
      .flatMap((id) =>
        languages
          .filter((language) => !Object.hasOwn(notes[id]?.texts ?? {}, language))
          .map((language) => finding('error', 'note-language', `${id} has no text in ${language}`)),
      ),
    // What a template brings along need not be of use to every file that is filled in from it.
    ...Object.keys(isFilledIn(body) ? {} : body.notes)
      .filter((id) => !used.has(id))
      .map((id) => finding('warning', 'note', `no rule uses ${id}`)),
    ...reviews(body)
      .filter(([, reviewBy]) => reviewBy < today)
      .map(([owner, reviewBy]) =>
        finding('warning', 'review', `${owner} was to be reviewed by ${reviewBy}`),
      ),
    ...rules
      .filter((rule) => rule.confidence === 'unsure' && rule.approvedBy === undefined)
      .map(({ id }) =>
        finding('warning', 'unsure', `${id} is unsure: paid sales that reach it are refused`),
      ),
  ];
}

function isFilledIn(body: UnionBody | PackBody): boolean {
  return body.kind === 'country' && body.template !== undefined;
}

function noteIdOf(
  rule: RulePart & Partial<Pick<LiabilityRule | TreatmentRule, 'note'>>,
): string | undefined {
  return rule.note;
}

function namedSources(body: UnionBody | PackBody): (readonly [string, string])[] {
  const tables: RateTable[] =
    body.kind === 'country' ? [body.rates, ...Object.values(body.territoryRates ?? {})] : [];
  return [
    ...allRulesOf(body).map(({ id, source }) => [id, source] as const),
    ...tables.flatMap((table) =>
      Object.entries(table).flatMap(([rate, periods]) =>
        periods.map(({ from, source }) => [`${rate} from ${from}`, source] as const),
      ),
    ),
    ...(body.territories ?? []).map(({ code, source }) => [code, source] as const),
  ];
}

function reviews(body: UnionBody | PackBody): (readonly [string, string])[] {
  return [
    ...allRulesOf(body).flatMap(({ id, reviewBy }) =>
      reviewBy === undefined ? [] : [[id, reviewBy] as const],
    ),
    ...Object.entries(body.notes).flatMap(([id, { reviewBy }]) =>
      reviewBy === undefined ? [] : [[id, reviewBy] as const],
    ),
  ];
}
