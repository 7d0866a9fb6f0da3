import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../../platform/clock.js';
import { Secrets } from '../../../../platform/config/config.js';
import { isUniqueViolation } from '../../../../platform/database/errors.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Ids } from '../../../../platform/ids.js';
import { OnJob } from '../../../../platform/outbox/handlers.js';
import { Outbox } from '../../../../platform/outbox/outbox.js';
import type { CurrencyCode } from '../../../../shared/currency.js';
import type { Money } from '../../../../shared/money.js';
import { PaymentGateway, type ProviderIntent } from '../../application/ports.js';
import { PaymentProviderRefusedError } from '../../domain/billing.errors.js';
import { type CardEntry, digitsOf, type PaymentCard, traceOf } from '../../domain/card.js';
import { SandboxIntentRecord, SandboxOperationRecord } from '../../persistence/sandbox.records.js';
import { sandboxBalances } from './sandbox-balances.js';
import type { SandboxMessage } from './sandbox-webhooks.js';
import { type CardBehaviour, REFUSAL_OF, testCardOf } from './test-cards.js';

/** As long as card networks keep a hold. */
const HOLD_HOURS = 7 * 24;
const SHORT_HOLD_MINUTES = 10;
/** In minor units, near what real providers ask; one unit of the smallest coin where nothing is listed. */
const MINIMUM_MINOR: Readonly<Record<CurrencyCode, bigint>> = {
  EUR: 50n,
  USD: 50n,
  GBP: 30n,
  CHF: 50n,
  JPY: 50n,
};

/** Calls about one intent at the same time; each has had its turn by then. */
const TURNS_MAX = 10;

/** Another call changed the intent between the look and the change; look again. */
class ChangedByRival extends Error {}

type Decide = (intent: SandboxIntentRecord) => Partial<SandboxIntentRecord> | null;

interface Operation {
  readonly key: string;
  readonly intentId: string;
  readonly operation: string;
}

/** A payment provider inside the process: cards that are known by heart, states and messages as a real one has them. */
@Injectable()
export class SandboxGateway extends PaymentGateway {
  readonly name = 'sandbox';
  readonly form = 'ours';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {
    super();
  }

  minimumMinorOf(currency: CurrencyCode): bigint {
    return MINIMUM_MINOR[currency] ?? 1n;
  }

  fingerprintOf(card: PaymentCard): Promise<string | null> {
    const digits = 'token' in card ? '' : digitsOf(card.number);
    if (testCardOf(digits)?.isOnePersons !== true) return Promise.resolve(null);
    const print = createHmac('sha256', this.secrets.appSecret).update(`card|${digits}`);
    return Promise.resolve(print.digest('hex'));
  }

  canPayTo(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async authorise({
    key,
    reference,
    amount,
    card,
  }: Parameters<PaymentGateway['authorise']>[0]): Promise<ProviderIntent> {
    if ('token' in card) throw new PaymentProviderRefusedError('token_unknown');
    const record = this.recordOf(key, reference, amount, card);
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(SandboxIntentRecord, record);
        await this.announce(record.id, record.state);
        await this.watchHold(record);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return intentOf(
      await this.unitOfWork.manager.findOneByOrFail(SandboxIntentRecord, { callKey: key }),
    );
  }

  answerChallenge({
    key,
    intentId,
    outcome,
  }: Parameters<PaymentGateway['answerChallenge']>[0]): Promise<ProviderIntent> {
    return this.once({ key, intentId, operation: 'challenge' }, ({ state }) => {
      if (state !== 'needs_authentication') return null;
      return outcome === 'approved'
        ? { state: 'held' }
        : { state: 'failed', failure: 'authentication_failed' };
    });
  }

  challengeSecret(): Promise<null> {
    return Promise.resolve(null);
  }

  capture({
    key,
    intentId,
    amount,
  }: Parameters<PaymentGateway['capture']>[0]): Promise<ProviderIntent> {
    return this.once({ key, intentId, operation: 'capture' }, (intent) => {
      if (intent.state !== 'held') return null;
      if (amount.amountMinor > intent.amountMinor || amount.currency !== intent.currency)
        throw new PaymentProviderRefusedError('capture_exceeds_hold');
      return intent.behaviour === 'capture_fails'
        ? { state: 'failed', failure: 'insufficient_funds' }
        : { state: 'captured', capturedMinor: amount.amountMinor };
    });
  }

  release({ key, intentId }: Parameters<PaymentGateway['release']>[0]): Promise<ProviderIntent> {
    return this.once({ key, intentId, operation: 'release' }, ({ state }) =>
      state === 'held' || state === 'needs_authentication' ? { state: 'released' } : null,
    );
  }

  refund({
    key,
    intentId,
    amount,
  }: Parameters<PaymentGateway['refund']>[0]): Promise<ProviderIntent> {
    return this.once({ key, intentId, operation: 'refund' }, (intent) => {
      const refundedMinor = intent.refundedMinor + amount.amountMinor;
      if (intent.state !== 'captured' || refundedMinor > intent.capturedMinor)
        throw new PaymentProviderRefusedError('refund_exceeds_capture');
      return { refundedMinor };
    });
  }

  async find(intentId: string): Promise<ProviderIntent | null> {
    return this.findBy({ id: intentId });
  }

  async findByReference(reference: string): Promise<ProviderIntent | null> {
    return this.findBy({ reference });
  }

  balances(): Promise<Money[]> {
    return sandboxBalances(this.unitOfWork.manager, this.clock.now().epochMilliseconds);
  }

  @OnJob('billing.end-sandbox-hold')
  async endHold(payload: { readonly intentId: string }): Promise<void> {
    await this.letRunOut(await this.load(payload.intentId));
  }

  /** Changes an intent once per key; `decide` gives null when there is nothing to change. */
  private async once(operation: Operation, decide: Decide): Promise<ProviderIntent> {
    await this.letRunOut(await this.load(operation.intentId));
    for (let turn = 1; ; turn += 1) {
      try {
        return await this.attempt(operation, decide);
      } catch (error) {
        if (!(error instanceof ChangedByRival) || turn === TURNS_MAX) throw error;
      }
    }
  }

  private async attempt(
    { key, intentId, operation }: Operation,
    decide: Decide,
  ): Promise<ProviderIntent> {
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(SandboxOperationRecord, {
          id: this.ids.next(),
          callKey: key,
          intentId,
          operation,
          createdAt: this.clock.now(),
        });
        const intent = await this.load(intentId);
        const changes = decide(intent);
        if (changes) await this.change(intent, changes, operation);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return intentOf(await this.load(intentId));
  }

  private async change(
    { id, state, refundedMinor }: SandboxIntentRecord,
    changes: Partial<SandboxIntentRecord>,
    type: string,
  ): Promise<void> {
    const result = await this.unitOfWork.manager.update(
      SandboxIntentRecord,
      { id, state, refundedMinor },
      changes,
    );
    if (result.affected !== 1) throw new ChangedByRival();
    await this.announce(id, type);
  }

  private async findBy(
    where: { id: string } | { reference: string },
  ): Promise<ProviderIntent | null> {
    const known = await this.unitOfWork.manager.findOneBy(SandboxIntentRecord, where);
    if (!known) return null;
    await this.letRunOut(known);
    return intentOf(await this.load(known.id));
  }

  /** A hold ends at its time exactly, whether or not anybody looks. */
  private async letRunOut(intent: SandboxIntentRecord): Promise<void> {
    const isOpen = intent.state === 'held' || intent.state === 'needs_authentication';
    if (!isOpen || Temporal.Instant.compare(this.clock.now(), intent.holdEndsAt) < 0) return;
    await this.unitOfWork.run(async () => {
      const { id, state } = intent;
      const result = await this.unitOfWork.manager.update(
        SandboxIntentRecord,
        { id, state },
        { state: 'expired', failure: 'hold_expired' },
      );
      if (result.affected === 1) await this.announce(id, 'expired');
    });
  }

  private load(id: string): Promise<SandboxIntentRecord> {
    return this.unitOfWork.manager.findOneByOrFail(SandboxIntentRecord, { id });
  }

  private async announce(intentId: string, type: string): Promise<void> {
    const message: SandboxMessage = { id: this.ids.next(), type: `intent.${type}`, intentId };
    await this.outbox.schedule({
      name: 'billing.send-sandbox-webhook',
      key: `sandbox-webhook:${message.id}`,
      dueAt: this.clock.now().toString(),
      payload: message,
    });
  }

  private async watchHold({ id, state, holdEndsAt }: SandboxIntentRecord): Promise<void> {
    if (state === 'failed') return;
    await this.outbox.schedule({
      name: 'billing.end-sandbox-hold',
      key: `sandbox-hold:${id}`,
      dueAt: holdEndsAt.toString(),
      payload: { intentId: id },
    });
  }

  private recordOf(
    callKey: string,
    reference: string,
    { amountMinor, currency }: Money,
    card: CardEntry,
  ): SandboxIntentRecord {
    const behaviour = testCardOf(digitsOf(card.number))?.behaviour ?? null;
    const refusal = behaviour === null ? 'not_a_test_card' : REFUSAL_OF[behaviour];
    const { brand, lastFour } = traceOf(card);
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      callKey,
      reference,
      amountMinor,
      currency,
      capturedMinor: 0n,
      refundedMinor: 0n,
      state: refusal === null ? openingState(behaviour) : 'failed',
      failure: refusal,
      behaviour: behaviour ?? 'unknown',
      cardBrand: brand,
      cardLastFour: lastFour,
      holdEndsAt:
        behaviour === 'hold_runs_out'
          ? now.add({ minutes: SHORT_HOLD_MINUTES })
          : now.add({ hours: HOLD_HOURS }),
      createdAt: now,
    };
  }
}

function openingState(behaviour: CardBehaviour | null): SandboxIntentRecord['state'] {
  return behaviour === 'authentication' ? 'needs_authentication' : 'held';
}

function intentOf(record: SandboxIntentRecord): ProviderIntent {
  const { id, reference, state, failure, amountMinor, currency } = record;
  return {
    id,
    reference,
    state,
    failure,
    amountMinor,
    currency,
    capturedMinor: record.capturedMinor,
    refundedMinor: record.refundedMinor,
    card: { brand: record.cardBrand, lastFour: record.cardLastFour },
    holdEndsAt: state === 'held' ? record.holdEndsAt : null,
  };
}
