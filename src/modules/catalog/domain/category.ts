import type { HelpKind } from './listing-draft.js';

/** What a category asks of those who want to help in it. */
export interface CategoryRequirement {
  readonly key: string;
  readonly kind: 'text' | 'file' | 'confirm';
  readonly isRequired: boolean;
  /** By language. */
  readonly label: Readonly<Record<string, string>>;
}

export interface Category {
  readonly id: string;
  /** The last part of its address; unique. */
  readonly slug: string;
  readonly parentId: string | null;
  readonly icon: string;
  /** By language; English is always there. */
  readonly names: Readonly<Record<string, string>>;
  readonly requirements: readonly CategoryRequirement[];
  /** Which tax category each kind of help here falls under; kinds that are left out are not offered. */
  readonly taxCategories: Readonly<Partial<Record<HelpKind, string>>>;
  /** Health: nothing is ever recorded here. */
  readonly forbidsRecording: boolean;
  readonly position: number;
}

/** The reader's language, else English, else whatever there is. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
}
