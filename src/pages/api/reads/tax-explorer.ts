import { Injectable } from '@nestjs/common';
import {
  BillingFacade,
  type ExploredSale,
  type QuoteRefusal,
} from '../../../modules/billing/index.js';
import {
  type ServedCountryView,
  TAX_CATEGORIES,
  type TaxCategory,
  type TaxDecisionView,
  TaxFacade,
  type TaxRefusalView,
} from '../../../modules/tax/index.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { moneyOfDecimal } from '../../../shared/decimal-amount.js';
import { InvalidInputError } from '../../../shared/domain-error.js';
import { type Money, money, toMoneyJson } from '../../../shared/money.js';
import type {
  TaxAnswer,
  TaxExplorerPage,
  TaxQuestion,
  TaxSource,
  TaxSplit,
} from '../views/tax-explorer.view.js';
import type { Asker } from './asker.js';
import { helpAs } from './pricing.js';

/** What was chosen on the page; what was left out takes the visitor's own country and a usual price. */
export interface TaxExplorerInput {
  readonly seller: string | undefined;
  readonly sellerRegion: string | undefined;
  readonly isRegistered: boolean;
  readonly buyer: string | undefined;
  readonly buyerRegion: string | undefined;
  readonly isBusiness: boolean;
  /** Without one, or with one that cannot be right, the law takes a business for a consumer. */
  readonly taxId: string | undefined;
  readonly category: TaxCategory | undefined;
  /** In the main unit of the seller's currency. */
  readonly price: string | undefined;
}

const USUAL_PRICE = '60';
const USUAL_CATEGORY: TaxCategory = 'consulting_personal';

/** Shows anybody how a sale between two countries would be taxed, by the laws that decide here and now. */
@Injectable()
export class TaxExplorer {
  constructor(
    private readonly tax: TaxFacade,
    private readonly billing: BillingFacade,
    private readonly translator: Translator,
  ) {}

  /** @throws InvalidInputError for a price that the currency cannot have */
  async page(input: TaxExplorerInput, { country, language }: Asker): Promise<TaxExplorerPage> {
    const served = await this.tax.servedCountries();
    const nameOf = ({ code, name }: ServedCountryView): string =>
      name[language] ?? name['en'] ?? code;
    const t = await this.translator.for(language);
    const question = questionOf(input, country, served);
    return {
      countries: served
        .map((each) => ({
          code: each.code,
          name: nameOf(each),
          displayInclusive: each.displayInclusive,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, language)),
      categories: TAX_CATEGORIES.map((value) => ({
        value,
        label: t(`catalog:taxCategory.${value}`),
      })),
      question: { ...question, price: toMoneyJson(question.price) },
      answer: served.length === 0 ? null : await this.answer(question, language),
    };
  }

  private async answer(question: Question, language: string): Promise<TaxAnswer> {
    const { seller, sellerRegion, isRegistered, buyer, buyerRegion, isBusiness, taxId } = question;
    const outcome = await this.billing.explore({
      seller: {
        country: seller,
        ...(sellerRegion !== '' && { region: sellerRegion }),
        kind: 'sole_trader',
        taxRegistered: isRegistered,
        scheme: isRegistered ? 'none' : 'small_business',
        ossUnion: isRegistered,
      },
      buyer: {
        country: buyer,
        ...(buyerRegion !== '' && { region: buyerRegion }),
        status: isBusiness ? 'business' : 'consumer',
        ...(isBusiness && taxId !== '' && { taxId, taxIdValid: true }),
      },
      service: helpAs(question.category),
      price: question.price,
    });
    if (!outcome.ok)
      return {
        split: null,
        refusal: await this.refusalOf(outcome.refusal, language),
        reasons: [],
        sources: [],
      };
    const { sale } = outcome.value;
    return {
      split: this.splitOf(outcome.value, language),
      refusal: null,
      reasons: await this.tax.explainView(sale, language, 'expert'),
      sources: sourcesOf(sale),
    };
  }

  private async refusalOf(
    refusal: TaxRefusalView | QuoteRefusal,
    language: string,
  ): Promise<string> {
    if ('reason' in refusal) return this.tax.explainRefusal(refusal, language);
    return (await this.translator.for(language))('tax:explorer.tooSmall');
  }

  private splitOf({ sale, parts }: ExploredSale, language: string): TaxSplit {
    const { currency } = sale;
    return {
      gross: toMoneyJson(money(sale.grossMinor, currency)),
      net: toMoneyJson(money(sale.netMinor, currency)),
      tax: toMoneyJson(money(sale.taxMinor, currency)),
      taxLabel: this.tax.nameOfTax(sale, language),
      ratePercent: sale.ratePercent,
      commission: toMoneyJson(parts.commission),
      commissionTax: toMoneyJson(parts.commissionTax),
      taxOwedByPlatform: toMoneyJson(parts.taxOwed),
      payout: toMoneyJson(parts.payout),
    };
  }
}

type Question = Omit<TaxQuestion, 'price'> & { readonly price: Money };

function questionOf(
  input: TaxExplorerInput,
  country: string,
  served: readonly ServedCountryView[],
): Question {
  const here = served.find(({ code }) => code === country) ?? served[0];
  const seller = input.seller ?? here?.code ?? country;
  const currency = served.find(({ code }) => code === seller)?.currency ?? here?.currency ?? 'EUR';
  const price = moneyOfDecimal(input.price ?? USUAL_PRICE, currency);
  if (price === null || price.amountMinor === 0n)
    throw new InvalidInputError([{ field: 'price', rule: 'amount' }]);
  return {
    seller,
    sellerRegion: input.sellerRegion ?? '',
    isRegistered: input.isRegistered,
    buyer: input.buyer ?? here?.code ?? country,
    buyerRegion: input.buyerRegion ?? '',
    isBusiness: input.isBusiness,
    taxId: input.taxId ?? '',
    category: input.category ?? USUAL_CATEGORY,
    price,
  };
}

/** Every law that a step rests on, once, in the order of the reasoning. */
function sourcesOf({ trace }: TaxDecisionView): TaxSource[] {
  const sources = new Map<string, TaxSource>();
  for (const { source, jurisdiction, confidence } of trace) {
    if (!source || sources.has(source.law)) continue;
    const { law, url, readOn } = source;
    sources.set(law, {
      law,
      url: /^https?:/.test(url) ? url : null,
      readOn,
      jurisdiction: jurisdiction ?? '',
      confidence,
    });
  }
  return [...sources.values()];
}
