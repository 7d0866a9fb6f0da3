import { DomainError } from '../../../shared/domain-error.js';
import type { TaxEffect } from './tax-effects.js';

export class CategoryUnknownError extends DomainError {
  constructor(categoryId: string) {
    super('missing', 'catalog.category_not_found', `no category ${categoryId}`);
  }
}

export class SlugTakenError extends DomainError {
  constructor(slug: string) {
    super('conflict', 'catalog.slug_taken', `another category has or had the address ${slug}`);
  }
}

export class CategoryCircleError extends DomainError {
  constructor() {
    super('refused', 'catalog.category_circle', 'a category cannot lie below itself');
  }
}

/** It was retired or merged: nothing new begins there. */
export class CategoryClosedError extends DomainError {
  constructor(state: string) {
    super('conflict', 'catalog.category_closed', `this category is ${state}`, { state });
  }
}

/** Listings or open categories are in it; they must go somewhere first. */
export class CategoryInUseError extends DomainError {
  constructor(listings: number, parts: number) {
    super(
      'conflict',
      'catalog.category_in_use',
      `${listings} listings and ${parts} open categories are in this category`,
      { listings, parts },
    );
  }
}

const EFFECTS_SHOWN = 20;

/** Live listings would fall under another tax category; whoever asked has not said yes to that. */
export class ListingsConcernedError extends DomainError {
  constructor(effects: readonly TaxEffect[]) {
    super(
      'conflict',
      'catalog.listings_concerned',
      `${effects.length} live listings would be taxed otherwise`,
      { count: effects.length, effects: effects.slice(0, EFFECTS_SHOWN) },
    );
  }
}

/** Live listings would have no tax category any more, so nobody could buy them. */
export class TaxCategoryLostError extends DomainError {
  constructor(effects: readonly TaxEffect[]) {
    super(
      'refused',
      'catalog.tax_category_lost',
      `${effects.length} live listings would be left without a tax category`,
      { count: effects.length, effects: effects.slice(0, EFFECTS_SHOWN) },
    );
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
