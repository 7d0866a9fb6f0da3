import { isCurrencyCode } from '../../../shared/currency.js';
import type { CommissionFacts, SaleFacts, WithholdingFacts } from './facts.js';
import { LOCATION_SOURCES } from './location-evidence.js';
import { TaxFactsInvalidError } from './tax.errors.js';
import {
  BUYER_STATUSES,
  CATEGORIES,
  EVIDENCE_CODES,
  FORMATS,
  PLATFORM_ROLES,
  SCHEMES,
  SELLER_KINDS,
  TURNOVER_BANDS,
} from './vocabulary.js';

/** Facts as they travel in JSON: amounts are integers or decimal strings of minor units. */
type Shape = Readonly<Record<string, Field>>;
type Field =
  | 'text'
  | 'country'
  | 'flag'
  | 'texts'
  | 'minor'
  | 'currency'
  | readonly string[]
  | { readonly of: readonly string[] }
  | { readonly shape: Shape }
  | { readonly list: Shape };

const SELLER: Shape = {
  country: 'country',
  region: 'text',
  postcode: 'text',
  kind: SELLER_KINDS,
  taxRegistered: 'flag',
  id: 'text',
  scheme: SCHEMES,
  ossUnion: 'flag',
  ossNonUnion: 'flag',
  foreignRegistrations: 'texts',
  exNumber: 'text',
  exStates: 'texts',
  worldTurnoverBand: TURNOVER_BANDS,
  crossBorderTbeMinor: 'minor',
  lut: 'flag',
  qst: 'flag',
  licence: 'text',
};
const BUYER: Shape = {
  country: 'country',
  region: 'text',
  county: 'text',
  postcode: 'text',
  status: BUYER_STATUSES,
  taxId: 'text',
  taxIdValid: 'flag',
  evidence: { list: { source: LOCATION_SOURCES, country: 'country' } },
};
const PLATFORM: Shape = {
  country: 'country',
  region: 'text',
  actsAs: PLATFORM_ROLES,
  registrations: 'texts',
  designatedIn: 'texts',
  appointedArt22: 'flag',
};
const SERVICE: Shape = {
  category: CATEGORIES,
  format: FORMATS,
  live: 'flag',
  human: 'flag',
  recordingSold: 'flag',
};
const PRICE: Shape = {
  amountMinor: 'minor',
  currency: 'currency',
  taxBehavior: ['inclusive', 'exclusive'],
  basis: 'text',
};

const SALE: Shape = {
  seller: { shape: SELLER },
  buyer: { shape: BUYER },
  platform: { shape: PLATFORM },
  service: { shape: SERVICE },
  evidence: { of: EVIDENCE_CODES },
  price: { shape: PRICE },
};
const COMMISSION: Shape = {
  platform: { shape: PLATFORM },
  expert: { shape: SELLER },
  fee: { shape: PRICE },
  underlyingPlace: 'text',
};
const WITHHOLDING: Shape = {
  platform: { shape: PLATFORM },
  expert: { shape: SELLER },
  buyerRegion: 'text',
  netMinor: 'minor',
  taxMinor: 'minor',
  grossMinor: 'minor',
  currency: 'currency',
};

/**
 * Reads the facts of a sale from JSON. A word outside the vocabulary is refused rather than dropped,
 * because a fact that is silently lost could lower a tax.
 *
 * @throws TaxFactsInvalidError listing every member that cannot be read
 */
export function saleFactsOf(json: unknown): SaleFacts {
  return read(json, SALE, [
    'seller',
    'buyer',
    'platform',
    'service',
    'price',
  ]) as unknown as SaleFacts;
}

/** @throws TaxFactsInvalidError as `saleFactsOf` */
export function commissionFactsOf(json: unknown): CommissionFacts {
  return read(json, COMMISSION, ['platform', 'expert', 'fee']) as unknown as CommissionFacts;
}

/** @throws TaxFactsInvalidError as `saleFactsOf` */
export function withholdingFactsOf(json: unknown): WithholdingFacts {
  return read(json, WITHHOLDING, ['platform', 'expert', 'currency']) as unknown as WithholdingFacts;
}

function read(json: unknown, shape: Shape, required: readonly string[]): Record<string, unknown> {
  const problems: string[] = [];
  const facts = readShape(json, shape, '', problems);
  for (const name of required) if (facts[name] === undefined) problems.push(`${name} is missing`);
  for (const name of ['price', 'fee']) {
    if (facts[name] !== undefined)
      requireWholePrice(facts[name] as Record<string, unknown>, name, problems);
  }
  if (problems.length > 0) throw new TaxFactsInvalidError(problems);
  return facts;
}

function requireWholePrice(price: Record<string, unknown>, name: string, problems: string[]): void {
  for (const part of ['amountMinor', 'currency', 'taxBehavior']) {
    if (price[part] === undefined) problems.push(`${name}.${part} is missing`);
  }
}

function readShape(
  json: unknown,
  shape: Shape,
  path: string,
  problems: string[],
): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    problems.push(`${path || 'facts'} is not an object`);
    return {};
  }
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const at = path === '' ? name : `${path}.${name}`;
    if (field === undefined) problems.push(`${at} is not a known fact`);
    else if (value !== null) facts[name] = readField(value, field, at, problems);
  }
  return facts;
}

function readField(value: unknown, field: Field, at: string, problems: string[]): unknown {
  if (typeof field === 'string') return readPlain(value, field, at, problems);
  if ('shape' in field) return readShape(value, field.shape, at, problems);
  if ('list' in field)
    return readList(value, at, problems, (item, where) =>
      readShape(item, field.list, where, problems),
    );
  if ('of' in field)
    return readList(value, at, problems, (item, where) =>
      readWord(item, field.of, where, problems),
    );
  return readWord(value, field, at, problems);
}

function readPlain(
  value: unknown,
  field: Extract<Field, string>,
  at: string,
  problems: string[],
): unknown {
  if (field === 'minor') return readMinor(value, at, problems);
  if (field === 'texts')
    return readList(value, at, problems, (item, where) => readText(item, where, problems));
  if (field === 'flag') {
    if (typeof value !== 'boolean') problems.push(`${at} is not true or false`);
    return value;
  }
  const text = readText(value, at, problems);
  if (field === 'country' && !/^[A-Z]{2}$/.test(text)) problems.push(`${at} is not a country code`);
  if (field === 'currency' && !isCurrencyCode(text)) problems.push(`${at} is not a currency code`);
  return text;
}

function readList<T>(
  value: unknown,
  at: string,
  problems: string[],
  readItem: (item: unknown, at: string) => T,
): T[] {
  if (!Array.isArray(value)) {
    problems.push(`${at} is not a list`);
    return [];
  }
  return value.map((item: unknown, index) => readItem(item, `${at}[${index}]`));
}

function readWord(
  value: unknown,
  words: readonly string[],
  at: string,
  problems: string[],
): unknown {
  if (typeof value !== 'string' || !words.includes(value))
    problems.push(`${at} is none of ${words.join(', ')}`);
  return value;
}

function readText(value: unknown, at: string, problems: string[]): string {
  if (typeof value === 'string' && value !== '') return value;
  problems.push(`${at} is not a text`);
  return '';
}

function readMinor(value: unknown, at: string, problems: string[]): bigint {
  const isWhole =
    (typeof value === 'number' && Number.isSafeInteger(value)) ||
    (typeof value === 'string' && /^-?\d+$/.test(value));
  if (isWhole) return BigInt(value);
  problems.push(`${at} is not a whole number of minor units`);
  return 0n;
}
