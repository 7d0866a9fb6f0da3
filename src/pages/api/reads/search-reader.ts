import { Injectable } from '@nestjs/common';
import type { TFunction } from 'i18next';
import {
  CatalogFacade,
  type FacetValue,
  type SearchAnswer,
  type SearchQuery,
} from '../../../modules/catalog/index.js';
import { Translator } from '../../../platform/i18n/translator.js';
import type { Facet, SearchPage, SearchPageFacets, SearchResult } from '../views/search.view.js';
import type { Asker } from './asker.js';
import { ListingCards } from './listing-cards.js';

export const PAGE_SIZE = 24;

/** A page of results: what the catalog found, with the cards and the names of the filters in the reader's language. */
@Injectable()
export class SearchReader {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly cards: ListingCards,
    private readonly translator: Translator,
  ) {}

  async page(
    query: Omit<SearchQuery, 'limit' | 'newcomersOnly'>,
    asker: Asker,
  ): Promise<SearchPage> {
    const answer = await this.catalog.search({ ...query, limit: PAGE_SIZE });
    const end = query.offset + PAGE_SIZE;
    return {
      items: await this.results(answer, asker),
      total: answer.total,
      facets: await this.facets(answer.facets, asker),
      nextCursor: end < answer.total ? String(end) : null,
      corrected: answer.corrected,
    };
  }

  private async results({ hits }: SearchAnswer, asker: Asker): Promise<SearchResult[]> {
    const cards = await this.cards.byIds(
      hits.map(({ listingId }) => listingId),
      asker,
    );
    const hitOf = new Map(hits.map((hit) => [hit.listingId, hit]));
    return cards.flatMap((card) => {
      const hit = hitOf.get(card.id);
      return hit ? [{ ...card, why: hit.why, highlights: hit.highlights }] : [];
    });
  }

  private async facets(facets: SearchAnswer['facets'], asker: Asker): Promise<SearchPageFacets> {
    const t = await this.translator.for(asker.language);
    const names = await this.catalog.categoryNames(asker.language);
    const languages = new Intl.DisplayNames([asker.language], { type: 'language' });
    return {
      category: facets.category.map((facet) => labelled(facet, names.get(facet.value))),
      language: facets.language.map((facet) => labelled(facet, languages.of(facet.value))),
      price: facets.price.map((facet) => labelled(facet, t(`catalog:price.${facet.value}`))),
      stars: facets.stars.map((facet) => labelled(facet, starsLabel(facet, asker, t))),
      freeNow: facets.freeNow.map(({ count }) => ({
        value: '1',
        label: t('catalog:freeNow'),
        count,
      })),
    };
  }
}

function labelled({ value, count }: FacetValue, label: string | undefined): Facet {
  return { value, label: label ?? value, count };
}

function starsLabel({ value }: FacetValue, { language }: Asker, t: TFunction): string {
  return t('catalog:starsFrom', { stars: new Intl.NumberFormat(language).format(Number(value)) });
}
