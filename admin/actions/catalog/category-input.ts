import type {
  CategoryDescription,
  OwnRequirement,
  TaxMapping,
} from '../../../src/modules/catalog/index.js';
import { LANGUAGES } from '../../../src/platform/i18n/languages.js';

/* What the forms about a category send. Whatever has another shape is read as empty, and refused as such by the rules. */

type Fields = Readonly<Record<string, unknown>>;

export function descriptionIn(input: unknown): CategoryDescription {
  const fields = fieldsIn(input);
  return {
    slug: textIn(fields['slug']).toLowerCase(),
    icon: textIn(fields['icon']),
    names: textsIn(fields['names']),
    forbidsRecording: fields['forbidsRecording'] === true,
  };
}

export function placeIn(input: unknown): { parentId: string | null; afterId: string | null } {
  const fields = fieldsIn(input);
  return { parentId: idIn(fields['parentId']), afterId: idIn(fields['afterId']) };
}

export function parentIn(input: unknown): string | null {
  return idIn(fieldsIn(input)['parentId']);
}

export function targetIn(input: unknown): string {
  return textIn(fieldsIn(input)['targetId']);
}

/** Whether the list of listings that will be taxed otherwise was seen and agreed to. */
export function agreedIn(input: unknown): { toTaxChanges: boolean } {
  return { toTaxChanges: fieldsIn(input)['isAgreed'] === true };
}

export function mappingIn(input: unknown): TaxMapping {
  const kinds = Object.entries(fieldsIn(fieldsIn(input)['taxCategories']));
  return Object.fromEntries(
    kinds
      .map(([kind, offered]) => [kind, listIn(offered).map(textIn)] as const)
      .filter(([, offered]) => offered.length > 0),
  );
}

export function requirementsIn(input: unknown): OwnRequirement[] {
  return listIn(fieldsIn(input)['requirements']).map((given) => {
    const fields = fieldsIn(given);
    const kind = (['text', 'file', 'confirm'] as const).find((known) => known === fields['kind']);
    return {
      key: textIn(fields['key']),
      kind: kind ?? 'text',
      isRequired: fields['isRequired'] === true,
      label: textsIn(fields['label']),
      ...(fields['isWaived'] === true && { isWaived: true }),
    };
  });
}

function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function idIn(value: unknown): string | null {
  return textIn(value) || null;
}

/** By language of the installation; what was left empty falls back to English where it is read. */
function textsIn(value: unknown): Record<string, string> {
  const fields = fieldsIn(value);
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, textIn(fields[language])] as const).filter(
      ([, text]) => text !== '',
    ),
  );
}
