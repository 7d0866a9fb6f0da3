import { DomainError } from '../../../shared/domain-error.js';

export class CategoryUnknownError extends DomainError {
  constructor(categoryId: string) {
    super('missing', 'catalog.category_not_found', `no category ${categoryId}`);
  }
}

export class SlugTakenError extends DomainError {
  constructor(slug: string) {
    super('conflict', 'catalog.slug_taken', `another category has the address ${slug}`);
  }
}

/** The category has no tax category for this kind of help, so nobody could say what tax it bears. */
export class HelpKindNotOfferedError extends DomainError {
  constructor(kindOfHelp: string) {
    super(
      'refused',
      'catalog.help_kind_not_offered',
      `this category does not offer ${kindOfHelp}`,
      { kindOfHelp },
    );
  }
}

export class WrongListingStateError extends DomainError {
  constructor(state: string) {
    super(
      'conflict',
      'catalog.wrong_state',
      `this cannot be done with a listing that is ${state}`,
      { state },
    );
  }
}
