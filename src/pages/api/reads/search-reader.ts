import { Injectable } from '@nestjs/common';
import type { TFunction } from 'i18next';
import {
  bandsOf,
  CatalogFacade,
  type FacetValue,
  nameOfBand,
  type PriceBand,
  type SearchAnswer,
  type SearchQuery,
} from '../../../modules/catalog/index.js';
import { TaxFacade } from '../../../modules/tax/index.js';
import { Clock } from '../../../platform/clock.js';
import { Translator } from '../../../platform/i18n/translator.js';
import type { Facet, SearchPage, SearchPageFacets, SearchResult } from '../views/search.view.js';
import type { Asker } from './asker.js';
import { emergencyNumberOf } from './emergency-numbers.js';
import { ListingCards } from './listing-cards.js';

export const PAGE_SIZE = 24;

/** A page of results: what the catalog found, with the cards and the names of the filters in the reader's language. */
@Injectable()
export class SearchReader {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly cards: ListingCards,
    private readonly translator: Translator,
    private readonly tax: TaxFacade,
    private readonly clock: Clock,
  ) {}

  async page(
    query: Omit<SearchQuery, 'limit' | 'newcomersOnly' | 'now'>,
    asker: Asker,
  ): Promise<SearchPage> {
    const now = this.clock.now().epochMilliseconds;
    const answer = await this.catalog.search({ ...query, now, limit: PAGE_SIZE }, asker.language);
    const end = query.offset + PAGE_SIZE;
    const isEmergency = this.catalog.speaksOfEmergency(query.text);
    return {
      emergency: isEmergency ? { number: emergencyNumberOf(asker.country) } : null,
      items: await this.results(answer, asker),
      total: answer.total,
      facets: await this.facets(answer.facets, asker, query.priceBand ?? null),
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

  private async facets(
    facets: SearchAnswer['facets'],
    asker: Asker,
    chosenBand: string | null,
  ): Promise<SearchPageFacets> {
    const t = await this.translator.for(asker.language);
    const names = await this.catalog.categoryNames(asker.language);
    const languages = new Intl.DisplayNames([asker.language], { type: 'language' });
    return {
      category: facets.category.map((facet) => labelled(facet, names.get(facet.value))),
      language: facets.language.map((facet) => labelled(facet, languages.of(facet.value))),
      price: facets.price.map((facet) => labelled(facet, t(`catalog:price.${facet.value}`))),
      priceBand: await this.priceBands(facets.priceBand, asker, chosenBand, t),
      soonest: facets.soonest.map((facet) => labelled(facet, t(`catalog:soonest.${facet.value}`))),
      stars: facets.stars.map((facet) => labelled(facet, starsLabel(facet, asker, t))),
      freeNow: facets.freeNow.map(({ count }) => ({
        value: '1',
        label: t('catalog:freeNow'),
        count,
      })),
    };
  }

  /** The ranges of the currency that the visitor sees prices in, lowest first; and what was chosen, so that it can be taken off. */
  private async priceBands(
    counted: readonly FacetValue[],
    { country, language }: Asker,
    chosen: string | null,
    t: TFunction,
  ): Promise<Facet[]> {
    const served = await this.tax.servedCountries();
    const currency = served.find(({ code }) => code === country)?.currency ?? 'EUR';
    const currencies = new Set([currency, ...(chosen === null ? [] : [chosen.slice(0, 3)])]);
    const counts = new Map(counted.map(({ value, count }) => [value, count]));
    return [...currencies].flatMap((each) =>
      bandsOf(each).flatMap((band) => {
        const value = nameOfBand(band);
        const count = counts.get(value) ?? 0;
        return count > 0 || value === chosen
          ? [{ value, label: bandLabel(band, language, t), count }]
          : [];
      }),
    );
  }
}

function bandLabel({ currency, above, upTo }: PriceBand, language: string, t: TFunction): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  });
  const bounds = { above: format.format(above), upTo: upTo === null ? '' : format.format(upTo) };
  if (upTo === null) return t('catalog:priceBand.above', bounds);
  return t(above === 0 ? 'catalog:priceBand.upTo' : 'catalog:priceBand.between', bounds);
}

function labelled({ value, count }: FacetValue, label: string | undefined): Facet {
  return { value, label: label ?? value, count };
}

function starsLabel({ value }: FacetValue, { language }: Asker, t: TFunction): string {
  return t('catalog:starsFrom', { stars: new Intl.NumberFormat(language).format(Number(value)) });
}
