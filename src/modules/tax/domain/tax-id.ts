import { stdnum } from 'stdnum';
import type { TaxIdRules } from './pack.js';

type Validator = { validate(id: string): { isValid: boolean } };

/**
 * Whether an id has the shape and the check digits that its country gives. Says nothing of its
 * existence; only the register knows that, and its answer is an input fact.
 */
export function isWellFormedTaxId(rules: TaxIdRules, id: string): boolean {
  const compact = id.replace(/[\s.-]/g, '').toUpperCase();
  if (!new RegExp(rules.pattern).test(compact)) return false;
  if (rules.checksum === undefined) return true;
  return validatorOf(rules.checksum).validate(compact).isValid;
}

/** Whether the validator library knows the number that a pack names; lint asks this. */
export function isKnownChecksum(checksum: string): boolean {
  return findValidator(checksum) !== undefined;
}

function validatorOf(checksum: string): Validator {
  const validator = findValidator(checksum);
  if (!validator) throw new RangeError(`the pack names an unknown checksum: ${checksum}`);
  return validator;
}

function findValidator(checksum: string): Validator | undefined {
  const match = /^stdnum:([a-z]{2})\.([a-z]+)$/.exec(checksum);
  const [, country = '', number = ''] = match ?? [];
  const byCountry: Readonly<Record<string, Readonly<Record<string, Validator>>>> = stdnum;
  return byCountry[country.toUpperCase()]?.[number];
}
