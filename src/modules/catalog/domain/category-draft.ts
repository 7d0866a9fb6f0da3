import type { FieldProblem } from '../../../shared/domain-error.js';
import { CATEGORY_ICONS } from './category-icons.js';
import type { OwnRequirement, TaxMapping } from './category.js';
import { HELP_KINDS } from './listing-draft.js';

/** What a category is called and how it looks. */
export interface CategoryDescription {
  readonly slug: string;
  readonly icon: string;
  readonly names: Readonly<Record<string, string>>;
  readonly forbidsRecording: boolean;
}

const NAME_LENGTH_MAX = 60;
const LABEL_LENGTH_MAX = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_LENGTH_MAX = 80;
const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** Everything that is wrong with it; fields as `names.fr`. */
export function problemsOfDescription(description: CategoryDescription): FieldProblem[] {
  const { slug, icon, names } = description;
  return [
    ...textsBetween('names', names, NAME_LENGTH_MAX),
    ...(slug === '' ? [{ field: 'slug', rule: 'required' }] : []),
    ...(slug !== '' && (!SLUG.test(slug) || slug.length > SLUG_LENGTH_MAX)
      ? [{ field: 'slug', rule: 'slug' }]
      : []),
    ...(CATEGORY_ICONS.some((known) => known === icon) ? [] : [{ field: 'icon', rule: 'unknown' }]),
  ];
}

/** @param known tax categories that the engine has rules for */
export function problemsOfMapping(mapping: TaxMapping, known: readonly string[]): FieldProblem[] {
  return Object.entries(mapping).flatMap(([kind, offered]) => {
    const field = `taxCategories.${kind}`;
    const isKnown =
      HELP_KINDS.some((helpKind) => helpKind === kind) &&
      offered.every((taxCategory) => known.includes(taxCategory));
    return isKnown ? [] : [{ field, rule: 'unknown' }];
  });
}

/** Fields as `requirements.0.label.fr`. */
export function problemsOfRequirements(requirements: readonly OwnRequirement[]): FieldProblem[] {
  return requirements.flatMap(({ key, label, isWaived }, index) => {
    const field = `requirements.${index}`;
    return [
      ...(KEY.test(key) ? [] : [{ field: `${field}.key`, rule: 'key' }]),
      ...(requirements.findIndex((other) => other.key === key) < index
        ? [{ field: `${field}.key`, rule: 'twice' }]
        : []),
      ...(isWaived ? [] : textsBetween(`${field}.label`, label, LABEL_LENGTH_MAX)),
    ];
  });
}

function textsBetween(
  field: string,
  texts: Readonly<Record<string, string>>,
  max: number,
): FieldProblem[] {
  const missing =
    (texts['en'] ?? '').trim() === '' ? [{ field: `${field}.en`, rule: 'required' }] : [];
  const long = Object.entries(texts)
    .filter(([, text]) => [...text.trim()].length > max)
    .map(([language]) => ({ field: `${field}.${language}`, rule: 'too_long', facts: { max } }));
  return [...missing, ...long];
}
