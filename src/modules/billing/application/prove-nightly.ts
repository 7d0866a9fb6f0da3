import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { Logger } from '../../../platform/logging/logger.js';
import { ProofRecord } from '../persistence/proof.record.js';
import { PaymentGateway } from './ports.js';
import { type LedgerReport, proveLedger } from './prove-ledger.js';

const EVERY_MS = 3_600_000;
/** Nobody proves for so long: its program was ended, and another one may take it up. */
const GIVEN_UP_AFTER_HOURS = 2;

/** Debits minus credits by account, by currency; decimal strings of minor units. */
export type TrialBalance = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ProofView {
  /** ISO date in UTC. */
  readonly day: string;
  readonly problems: readonly string[];
  readonly balances: TrialBalance;
  /** RFC 3339, UTC. */
  readonly doneAt: string;
}

/** Proves the books once a night, by one copy of the program, and says aloud when they do not add up. */
@Injectable()
export class ProveNightly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    metrics.gauge(
      'ledger_problems',
      'What did not add up when the books were last proved',
      'proof',
      async () => ({ latest: (await this.latest())?.problems.length ?? 0 }),
    );
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.error('the books were not proved', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Proves today's unless somebody has done or does so. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const day = now.toString().slice(0, 10);
    if (!(await this.claim(day))) return;
    const { manager } = this.unitOfWork;
    const { name } = this.gateway;
    const report = await proveLedger(manager, name, await this.gateway.balances(), now);
    const { problems } = report;
    const balances = trialBalanceOf(report);
    await manager.update(ProofRecord, { day }, { doneAt: this.clock.now(), problems, balances });
    if (problems.length > 0)
      this.logger.error('the books do not add up', undefined, { day, problems });
  }

  /** Newest first. */
  async list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ items: ProofView[]; total: number }> {
    const [records, total] = await this.unitOfWork.manager.findAndCount(ProofRecord, {
      where: { doneAt: Not(IsNull()) },
      order: { day: 'DESC' },
      skip: page.offset,
      take: page.limit,
    });
    return { items: records.map(viewOf), total };
  }

  async ofDay(day: string): Promise<ProofView | null> {
    const record = await this.unitOfWork.manager.findOneBy(ProofRecord, { day });
    return record?.doneAt ? viewOf(record) : null;
  }

  private async latest(): Promise<ProofView | null> {
    return (await this.list({ offset: 0, limit: 1 })).items[0] ?? null;
  }

  /** Whoever writes the row of the day proves it; one that was cut off is taken up again. */
  private async claim(day: string): Promise<boolean> {
    const { manager } = this.unitOfWork;
    const begunAt = this.clock.now();
    try {
      await manager.insert(ProofRecord, {
        day,
        begunAt,
        doneAt: null,
        problems: [],
        balances: {},
      });
      return true;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const cutOff = LessThan(begunAt.subtract({ hours: GIVEN_UP_AFTER_HOURS }));
    const taken = await manager.update(
      ProofRecord,
      { day, doneAt: IsNull(), begunAt: cutOff },
      { begunAt },
    );
    return taken.affected === 1;
  }
}

function trialBalanceOf({ currencies }: LedgerReport): TrialBalance {
  return Object.fromEntries(
    currencies.map(({ currency, balances }) => [
      currency,
      Object.fromEntries([...balances].map(([account, minor]) => [account, minor.toString()])),
    ]),
  );
}

function viewOf({ day, problems, balances, doneAt }: ProofRecord): ProofView {
  return {
    day,
    problems: problems as string[],
    balances: balances as TrialBalance,
    doneAt: doneAt?.toString() ?? '',
  };
}
