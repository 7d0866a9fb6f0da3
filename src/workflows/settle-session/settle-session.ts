import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AccountsFacade } from '../../modules/accounts/index.js';
import { BillingFacade, type SaleView } from '../../modules/billing/index.js';
import { CatalogFacade } from '../../modules/catalog/index.js';
import { NotificationsFacade } from '../../modules/notifications/index.js';
import { SchedulingFacade } from '../../modules/scheduling/index.js';
import {
  type SessionBill,
  type SessionEnded,
  SessionsFacade,
} from '../../modules/sessions/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { helpAs } from '../../pages/api/reads/pricing.js';
import { Realtime } from '../../platform/realtime/realtime.js';
import { freeSecondsOf } from '../../shared/metered-price.js';
import { type StepContext, Workflow } from '../../platform/workflow/workflow.js';
import { WorkflowEngine } from '../../platform/workflow/workflow-engine.js';
import { formatMoney } from './format-money.js';

interface Input {
  readonly sessionId: string;
}

type Context = StepContext<Input>;

/**
 * A session is over: exactly what its log says is captured, the rest is let go, tax decided, money
 * posted, documents issued. Nothing here is undone; a step that fails is tried again until it is done.
 */
@Injectable()
export class SettleSession implements OnApplicationBootstrap {
  private readonly workflow = Workflow.named<Input>('settle-session')
    .pivot('settle', (context) => this.settle(context))
    .then('free-the-time', (context) => this.freeTheTime(context))
    .then('close', ({ input }) => this.sessions.markSettled(input.sessionId))
    .then('tell', (context) => this.tell(context));

  constructor(
    private readonly engine: WorkflowEngine,
    private readonly sessions: SessionsFacade,
    private readonly billing: BillingFacade,
    private readonly scheduling: SchedulingFacade,
    private readonly catalog: CatalogFacade,
    private readonly accounts: AccountsFacade,
    private readonly notifications: NotificationsFacade,
    private readonly realtime: Realtime,
  ) {}

  onApplicationBootstrap(): void {
    this.engine.register(this.workflow);
  }

  @OnEvent('sessions.session.ended', 'settle.on-session-ended')
  async onEnded({ data }: SessionEnded): Promise<void> {
    await this.run(data.sessionId);
  }

  /** Settles, or goes on where an earlier run was cut off. */
  async run(sessionId: string): Promise<void> {
    await this.engine.run(this.workflow, sessionId, { sessionId });
  }

  private async settle({ input }: Context): Promise<{ saleId: string }> {
    const bill = await this.sessions.bill(input.sessionId);
    const learner = await this.accounts.person(bill.session.learnerId);
    const [listing] = await this.catalog.liveListings([bill.session.listingId], learner.language);
    if (!listing) throw new Error(`session ${input.sessionId} names a listing that does not exist`);
    const sale = await this.billing.settle({
      sessionId: input.sessionId,
      paymentId: bill.paymentId,
      morePaymentIds: bill.morePaymentIds,
      learnerId: bill.session.learnerId,
      expertId: bill.session.expertId,
      title: bill.session.listingTitle,
      service: helpAs(listing.taxCategory),
      gross: bill.gross,
      priceModel: bill.terms.model,
      unit: bill.terms.unit,
      billedSeconds: bill.billedSeconds,
      freeSeconds: freeSecondsOf(bill.terms, bill.billedSeconds),
      performedAt: Temporal.Instant.from(bill.session.endedAt ?? bill.session.opensAt),
      learnerCountry: learner.country,
      language: learner.language,
    });
    return { saleId: sale.id };
  }

  private async freeTheTime({ input }: Context): Promise<void> {
    const { session } = await this.sessions.bill(input.sessionId);
    await this.scheduling.endAppointment(await this.appointmentOf(session));
    if (session.sourceKind === 'booking') await this.closeBooking(session);
  }

  private async closeBooking(session: SessionBill['session']): Promise<void> {
    const noShow = {
      expert_never_came: 'expert',
      learner_never_came: 'learner',
      nobody_came: 'learner',
    } as const;
    const reason = session.endedReason;
    if (reason !== null && reason in noShow)
      return this.scheduling.markBooking(
        session.sourceId,
        'no_show',
        noShow[reason as keyof typeof noShow],
      );
    await this.scheduling.markBooking(session.sourceId, 'live', 'platform');
    await this.scheduling.markBooking(session.sourceId, 'completed', 'platform');
  }

  private async appointmentOf(session: SessionBill['session']): Promise<string> {
    if (session.sourceKind === 'booking')
      return (await this.scheduling.booking(session.sourceId, session.learnerId)).appointmentId;
    const { appointmentId } = await this.scheduling.helpRequest(
      session.sourceId,
      session.learnerId,
    );
    if (appointmentId === null)
      throw new Error(`help request ${session.sourceId} has a session but no appointment`);
    return appointmentId;
  }

  private async tell({ input, stepKey }: Context): Promise<void> {
    const sale = await this.billing.sale(input.sessionId);
    const { session } = await this.sessions.bill(input.sessionId);
    for (const personId of [session.learnerId, session.expertId])
      this.realtime.toPerson(personId, 'session.settled', { sessionId: session.id });
    if (!sale || sale.charged.amountMinor === 0n) return;
    await this.tellLearner(session, sale, stepKey);
  }

  private async tellLearner(
    session: SessionBill['session'],
    sale: SaleView,
    key: string,
  ): Promise<void> {
    const learner = await this.accounts.person(session.learnerId);
    await this.notifications.tell({
      key,
      personId: learner.id,
      topic: 'receiptReady',
      facts: { title: session.listingTitle, amount: formatMoney(sale.charged, learner.language) },
      path: `/receipts/${session.id}`,
    });
  }
}
