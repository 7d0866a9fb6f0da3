import type { HelpKind } from './listing-draft.js';

/** What a category asks of those who want to help in it. */
export interface CategoryRequirement {
  readonly key: string;
  readonly kind: 'text' | 'file' | 'confirm';
  readonly isRequired: boolean;
  /** By language. */
  readonly label: Readonly<Record<string, string>>;
}

/** A requirement of the category's own; one with the key of an inherited one stands in its place. */
export interface OwnRequirement extends CategoryRequirement {
  /** What the parents ask under this key is not asked here. */
  readonly isWaived?: boolean;
}

/** Which tax categories each kind of help may fall under, the usual one first; kinds that are left out are not offered. */
export type TaxMapping = Readonly<Partial<Record<HelpKind, readonly string[]>>>;

export type CategoryState = 'open' | 'retired' | 'merged';

/** A category as ops wrote it, without what it has from those above it. */
export interface CategoryNode {
  readonly id: string;
  /** The last part of its address; unique, also among the addresses that categories had before. */
  readonly slug: string;
  readonly parentId: string | null;
  readonly icon: string;
  /** By language; English is always there. */
  readonly names: Readonly<Record<string, string>>;
  readonly requirements: readonly OwnRequirement[];
  /** Empty: as its parent. */
  readonly taxCategories: TaxMapping;
  readonly forbidsRecording: boolean;
  readonly position: number;
  readonly state: CategoryState;
  /** Where its listings went; never itself a merged one. */
  readonly mergedInto: string | null;
}

/** A category with what it has from its parents. */
export interface Category extends CategoryNode {
  /** Those of the parents first, then its own. */
  readonly requirements: readonly CategoryRequirement[];
  /** Health: nothing is ever recorded here, nor below. */
  readonly forbidsRecording: boolean;
}

/** The reader's language, else English, else whatever there is. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
}

/**
 * The tax category of an offer.
 *
 * @param chosen what the expert picked among those of the category; null takes the usual one
 * @returns null when the category does not offer this kind of help, or not under what was picked
 */
export function taxCategoryFor(
  mapping: TaxMapping,
  kindOfHelp: HelpKind,
  chosen: string | null,
): string | null {
  const offered = mapping[kindOfHelp] ?? [];
  if (chosen === null) return offered[0] ?? null;
  return offered.includes(chosen) ? chosen : null;
}
