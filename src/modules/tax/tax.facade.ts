import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/config.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Ratio } from '../../shared/ratio.js';
import { ZoneTable } from '../../shared/time/zone-table.js';
import { accept, refuse, type Verdict } from '../../shared/verdict.js';
import { AdoptCountry } from './application/adopt-country.js';
import { Decisions, type StoredDecision } from './application/decisions.js';
import { LivePacks } from './application/live-packs.js';
import { placeNames } from './application/place-names.js';
import { decideAt, type TaxPoint } from './application/tax-point.js';
import { decideCommission } from './domain/commission.js';
import { decideSale } from './domain/decide.js';
import type { TaxDecision } from './domain/decision.js';
import { explainDecision, type Reader } from './domain/explain.js';
import type { CommissionFacts, PlatformFacts, SaleFacts } from './domain/facts.js';
import type { TaxRefusal } from './domain/refusal.js';
import { reversePart } from './domain/reversal.js';
import { decideWithholding, type WithholdingDecision } from './domain/withholding.js';
import type {
  CommissionQuestion,
  ReversalView,
  SaleQuestion,
  ServedCountryView,
  StoredTaxDecisionView,
  TaxDecisionView,
  TaxRefusalView,
  WithholdingQuestion,
} from './tax.views.js';

type Outcome<View> = Promise<Verdict<View, TaxRefusalView>>;

/**
 * What other modules may ask of tax. Never call it inside a transaction: it reads and writes on its own.
 * Amounts are minor units; a refusal is a value and names what would open the sale.
 */
@Injectable()
export class TaxFacade {
  constructor(
    private readonly packs: LivePacks,
    private readonly decisions: Decisions,
    private readonly adoption: AdoptCountry,
    private readonly config: AppConfig,
    private readonly zones: ZoneTable,
    private readonly translator: Translator,
  ) {}

  /** The tax as things stand; nothing is stored. */
  async quoteSale(question: SaleQuestion): Outcome<TaxDecisionView> {
    return quoted(await this.decideSaleNow(question));
  }

  /**
   * Decides a sale for good, once per key: a retry gets the same decision whatever the packs say by then.
   *
   * @throws TaxDecisionKeyReusedError when the key was used with other facts
   */
  async decideSale(decisionKey: string, question: SaleQuestion): Outcome<StoredTaxDecisionView> {
    return stored(
      await this.decisions.decideOnce(decisionKey, this.recorded('sale', question), () =>
        this.decideSaleNow(question),
      ),
    );
  }

  async quoteCommission(question: CommissionQuestion): Outcome<TaxDecisionView> {
    return quoted(await this.decideCommissionNow(question));
  }

  /** As `decideSale`, for the platform's fee; `buyer` as the liable party is the expert. */
  async decideCommission(
    decisionKey: string,
    question: CommissionQuestion,
  ): Outcome<StoredTaxDecisionView> {
    return stored(
      await this.decisions.decideOnce(decisionKey, this.recorded('commission', question), () =>
        this.decideCommissionNow(question),
      ),
    );
  }

  /** What must be held back from an expert's payout by the law of the expert's country. */
  async quoteWithholding({ date, ...facts }: WithholdingQuestion): Outcome<WithholdingDecision> {
    const verdict = decideWithholding(
      { ...facts, platform: this.platform() },
      date,
      await this.packs.load(),
    );
    return verdict.ok ? verdict : refuse(refusalView(verdict.refusal));
  }

  /**
   * The amounts that a refund takes back, from the stored decision; the remainder lies on the tax.
   *
   * @param part    share to take back now
   * @param already share taken back before, so that parts add up to the whole
   * @throws NotFoundError, RangeError when more than the whole would be taken back
   */
  async reverse(decisionId: string, part: Ratio | 'all', already?: Ratio): Promise<ReversalView> {
    const { decision } = await this.decisions.byId(decisionId);
    return { decisionId, currency: decision.currency, ...reversePart(decision, part, already) };
  }

  /** @throws NotFoundError */
  async decision(decisionId: string): Promise<StoredTaxDecisionView> {
    return storedView(await this.decisions.byId(decisionId));
  }

  /**
   * Why a stored decision is what it is, sentence by sentence.
   *
   * @throws NotFoundError
   */
  async explain(decisionId: string, locale: string, reader: Reader): Promise<string[]> {
    return this.explainView((await this.decisions.byId(decisionId)).decision, locale, reader);
  }

  /** The same for a quote that is at hand. */
  async explainView(
    decision: Pick<TaxDecision, 'trace' | 'obligations'>,
    locale: string,
    reader: Reader,
  ): Promise<string[]> {
    const translate = await this.translator.for(locale);
    const nameOf = placeNames(await this.packs.load(), locale);
    return explainDecision(
      decision,
      reader,
      locale,
      (key, params) => translate(`tax:${key}`, { ...params }),
      nameOf,
    );
  }

  /** A refusal as one sentence in the reader's language. */
  async explainRefusal({ reason, facts }: TaxRefusalView, locale: string): Promise<string> {
    const translate = await this.translator.for(locale);
    const nameOf = placeNames(await this.packs.load(), locale);
    const { jurisdiction } = facts;
    return translate(`tax:refusal.${reason}`, {
      ...facts,
      ...(typeof jurisdiction === 'string' && { jurisdiction: nameOf(jurisdiction) }),
    });
  }

  /** Countries whose law is live here: where paid sessions can be offered and bought. */
  async servedCountries(): Promise<ServedCountryView[]> {
    const { packs } = await this.packs.load();
    return [...packs.values()]
      .filter(({ body }) => body.status === 'complete' && body.partOf === undefined)
      .map(({ body }) => ({
        code: body.jurisdiction,
        name: body.name,
        currency: body.currency,
        displayInclusive: body.display.consumer === 'inclusive',
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** What people of a language call the tax of a decision; the law's own name where nobody said another. */
  nameOfTax(
    { placeOfSupply, components }: Pick<TaxDecisionView, 'placeOfSupply' | 'components'>,
    locale: string,
  ): string {
    const tax = this.packs.recent().packs.get(placeOfSupply)?.body.tax;
    const nameIn = (name: string): string =>
      (name === tax?.component ? (tax.label[locale] ?? tax.label['en']) : undefined) ?? name;
    return components.map(({ name }) => nameIn(name)).join(' + ');
  }

  /** Languages that the laws of these jurisdictions are written in. */
  languagesOf(jurisdictions: readonly string[]): string[] {
    const { packs } = this.packs.recent();
    return jurisdictions.flatMap((code) => packs.get(code)?.body.languages ?? []);
  }

  /** Whether consumers of a country see prices with tax; with tax where no pack says otherwise. */
  consumerDisplay(country: string): 'inclusive' | 'exclusive' {
    return this.packs.recent().packs.get(country)?.body.display.consumer ?? 'inclusive';
  }

  /**
   * Opens a country for paid sessions in the name of a person of the installation.
   *
   * @throws PackNotAdoptableError when no complete pack of it exists
   */
  async adoptCountry(country: string, adoptedBy: string): Promise<void> {
    await this.adoption.run(country, adoptedBy);
    await this.packs.load();
  }

  private async decideSaleNow(question: SaleQuestion): Promise<Verdict<TaxDecision, TaxRefusal>> {
    const { seller, buyer, service, price, evidence } = question;
    const packs = await this.packs.load();
    const facts: SaleFacts = { seller, buyer, service, price, evidence, platform: this.platform() };
    const supplier = facts.platform.actsAs === 'own_name' ? facts.platform.country : seller.country;
    return decideAt(question, supplier, packs, this.zones, (day) => decideSale(facts, day, packs));
  }

  private async decideCommissionNow(
    question: CommissionQuestion,
  ): Promise<Verdict<TaxDecision, TaxRefusal>> {
    const { expert, fee, underlyingPlace } = question;
    const packs = await this.packs.load();
    const platform = this.platform();
    const facts: CommissionFacts = {
      expert,
      fee,
      platform,
      ...(underlyingPlace !== undefined && { underlyingPlace }),
    };
    return decideAt(question, platform.country, packs, this.zones, (day) =>
      decideCommission(facts, day, packs),
    );
  }

  private platform(): PlatformFacts {
    const { country, actsAs, registrations } = this.config.platformTax;
    return { country, actsAs, registrations };
  }

  /** Everything a decision rests on beside the packs, as it is kept and compared. */
  private recorded(kind: TaxDecision['kind'], question: TaxPoint & object): object {
    const point =
      'date' in question ? { date: question.date.toString() } : { at: question.at.toString() };
    return { ...question, ...point, kind, platform: this.platform() };
  }
}

function quoted(
  verdict: Verdict<TaxDecision, TaxRefusal>,
): Verdict<TaxDecisionView, TaxRefusalView> {
  return verdict.ok
    ? accept({ ...verdict.value, final: false })
    : refuse(refusalView(verdict.refusal));
}

function stored(
  verdict: Verdict<StoredDecision, TaxRefusal>,
): Verdict<StoredTaxDecisionView, TaxRefusalView> {
  return verdict.ok ? accept(storedView(verdict.value)) : refuse(refusalView(verdict.refusal));
}

function storedView({ decisionId, decision }: StoredDecision): StoredTaxDecisionView {
  return { ...decision, decisionId, final: true };
}

function refusalView({ code, ...facts }: TaxRefusal): TaxRefusalView {
  return { code: `tax.${code}`, reason: code, facts };
}
