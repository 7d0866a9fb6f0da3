import { DomainError } from '../../../shared/domain-error.js';

/** A pack file departs from the schema; every departure is listed. */
export class TaxPackInvalidError extends DomainError {
  constructor(file: string, problems: readonly string[]) {
    super(
      'invalid',
      'tax.pack_invalid',
      `${file} is not a tax pack: ${problems.slice(0, 5).join('; ')}`,
      { file, problems },
    );
  }
}

/** A decision was asked for again under its key with other facts. */
export class TaxDecisionKeyReusedError extends DomainError {
  constructor(decisionKey: string) {
    super('conflict', 'tax.decision_key_reused', 'this decision key was used with other facts', {
      decisionKey,
    });
  }
}

/** A golden or facts file names something the vocabulary does not hold. */
export class TaxFactsInvalidError extends DomainError {
  constructor(problems: readonly string[]) {
    super('invalid', 'tax.facts_invalid', `facts are not readable: ${problems.join('; ')}`, {
      problems,
    });
  }
}

/** There is no pack of the country that could be adopted; `open` is what a draft lacks. */
export class PackNotAdoptableError extends DomainError {
  constructor(country: string, open: readonly string[]) {
    super('refused', 'tax.pack_not_adoptable', `no complete pack of ${country} to adopt`, {
      country,
      open,
    });
  }
}
