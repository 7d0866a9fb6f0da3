import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { add, money, type Money, zero } from '../../../shared/money.js';
import { DocumentRecord } from '../persistence/document.records.js';
import type { EarningState } from '../domain/payout.js';
import { EarningRecord } from '../persistence/payout.records.js';
import { SaleRecord } from '../persistence/sale.records.js';
import { saleView, type SaleView } from './sale-view.js';

const PAGE_LIMIT_MAX = 100;
/** A studio shows this many sessions with their money; older ones are in the statements. */
const EARNINGS_LIMIT = 200;

export interface SalesPage {
  readonly items: readonly SaleView[];
  readonly nextCursor: string | null;
}

export interface Earning {
  readonly sessionId: string;
  readonly title: string;
  /** RFC 3339, UTC. */
  readonly endedAt: string;
  readonly gross: Money;
  readonly commission: Money;
  readonly commissionTax: Money;
  /** What is still to be paid out of it, after reversals. */
  readonly payout: Money;
  readonly payoutDueAt: string;
  readonly payoutState: EarningState;
  readonly documentIds: readonly string[];
}

export interface Earnings {
  readonly items: readonly Earning[];
  /** One for each currency. */
  readonly totals: readonly {
    readonly gross: Money;
    readonly commission: Money;
    readonly payout: Money;
  }[];
}

@Injectable()
export class SaleReads {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async ofSession(sessionId: string): Promise<SaleView | null> {
    const sale = await this.unitOfWork.manager.findOneBy(SaleRecord, { sessionId });
    return sale ? this.view(sale) : null;
  }

  async view(sale: SaleRecord): Promise<SaleView> {
    const [view] = await this.views([sale]);
    if (!view) throw new Error('a sale has a view');
    return view;
  }

  /** Newest first; sales that are still being settled are left out. */
  async of(
    personId: string,
    role: 'learner' | 'expert',
    page: { readonly cursor: string | null; readonly limit: number },
  ): Promise<SalesPage> {
    const limit = Math.min(page.limit, PAGE_LIMIT_MAX);
    const sales = await this.unitOfWork.manager.find(SaleRecord, {
      where: {
        ...(role === 'learner' ? { learnerId: personId } : { expertId: personId }),
        ...(page.cursor === null ? {} : { id: LessThan(page.cursor) }),
        state: In(['settled', 'free', 'waived', 'uncollected']),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = sales.slice(0, limit);
    return {
      items: await this.views(shown),
      nextCursor: sales.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async earningsOf(expertId: string): Promise<Earnings> {
    const sales = await this.unitOfWork.manager.find(SaleRecord, {
      where: { expertId, state: 'settled' },
      order: { id: 'DESC' },
      take: EARNINGS_LIMIT,
    });
    const items = (await this.views(sales)).map(earningOf);
    return { items, totals: totalsOf(items) };
  }

  /** What is to be paid out, by currency. */
  async onItsWay(expertId: string): Promise<Money[]> {
    const earnings = await this.unitOfWork.manager.findBy(EarningRecord, {
      expertId,
      state: In(['owed', 'paying']),
    });
    return sumsByCurrency(
      earnings.map(({ amountMinor, currency }) => money(amountMinor, currency)),
    );
  }

  private async views(sales: readonly SaleRecord[]): Promise<SaleView[]> {
    if (sales.length === 0) return [];
    const saleId = In(sales.map(({ id }) => id));
    const { manager } = this.unitOfWork;
    const documents = await manager.find(DocumentRecord, {
      where: { saleId },
      order: { id: 'ASC' },
    });
    const earnings = await manager.findBy(EarningRecord, { saleId });
    return sales.map((sale) =>
      saleView(
        sale,
        documents.filter((document) => document.saleId === sale.id),
        earnings.filter((earning) => earning.saleId === sale.id),
      ),
    );
  }
}

function earningOf(sale: SaleView): Earning {
  return {
    sessionId: sale.sessionId,
    title: sale.title,
    endedAt: sale.performedAt,
    gross: sale.charged,
    commission: sale.commission,
    commissionTax: sale.commissionTax,
    payout: sale.payoutDue?.amount ?? sale.payout,
    payoutDueAt: sale.payoutDue?.at ?? sale.performedAt,
    payoutState: sale.payoutDue?.state ?? 'cancelled',
    documentIds: sale.documents
      .filter(({ readerIds }) => readerIds.includes(sale.expertId))
      .map(({ id }) => id),
  };
}

function totalsOf(items: readonly Earning[]): Earnings['totals'] {
  const currencies = [...new Set(items.map(({ gross }) => gross.currency))];
  return currencies.map((currency) => {
    const own = items.filter(({ gross }) => gross.currency === currency);
    const sum = (pick: (item: Earning) => Money): Money =>
      own.map(pick).reduce(add, zero(currency));
    return {
      gross: sum(({ gross }) => gross),
      commission: sum(({ commission }) => commission),
      payout: sum(({ payout }) => payout),
    };
  });
}

function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies.map((currency) =>
    amounts.filter((amount) => amount.currency === currency).reduce(add, zero(currency)),
  );
}
