import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { BillingKeyReusedError } from '../domain/billing.errors.js';
import type { CardTrace } from '../domain/card.js';
import { GatewayCallRecord } from '../persistence/payment.records.js';
import type { ProviderIntent } from './ports.js';
import { sha256 } from './sha256.js';

export interface GatewayCall {
  readonly key: string;
  readonly paymentId: string;
  readonly operation: 'authorise' | 'challenge' | 'capture' | 'release' | 'refund';
  /** What is asked, without anything secret. */
  readonly request: object;
}

/** Every call to the provider is written down before it is sent, under the key that the provider gets. */
@Injectable()
export class GatewayCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes the call down; may join the transaction that decides it. @throws BillingKeyReusedError */
  async write(call: GatewayCall): Promise<void> {
    const { key, paymentId, operation } = call;
    try {
      await this.unitOfWork.manager.insert(GatewayCallRecord, {
        id: this.ids.next(),
        callKey: key,
        paymentId,
        operation,
        requestHash: hashOf(call),
        answer: null,
        createdAt: this.clock.now(),
        answeredAt: null,
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.assertSame(call);
    }
  }

  /**
   * Sends a call that may have been sent before; an answer that is known is not asked for again.
   *
   * @throws BillingKeyReusedError, and whatever the provider throws
   */
  async send(call: GatewayCall, ask: () => Promise<ProviderIntent>): Promise<ProviderIntent> {
    if (this.unitOfWork.isRunning)
      throw new Error('the payment provider is never asked inside a transaction');
    await this.write(call);
    const { answer } = await this.unitOfWork.manager.findOneByOrFail(GatewayCallRecord, {
      callKey: call.key,
    });
    if (answer !== null) return fromJson(answer as IntentJson);
    const intent = await ask();
    await this.unitOfWork.manager.update(
      GatewayCallRecord,
      { callKey: call.key },
      { answer: toJson(intent), answeredAt: this.clock.now() },
    );
    return intent;
  }

  private async assertSame(call: GatewayCall): Promise<void> {
    const known = await this.unitOfWork.manager.findOneByOrFail(GatewayCallRecord, {
      callKey: call.key,
    });
    if (known.requestHash !== hashOf(call)) throw new BillingKeyReusedError(call.key);
  }
}

interface IntentJson {
  readonly id: string;
  readonly reference: string;
  readonly state: ProviderIntent['state'];
  readonly amountMinor: string;
  readonly currency: string;
  readonly capturedMinor: string;
  readonly refundedMinor: string;
  readonly failure: string | null;
  readonly card: CardTrace | null;
  readonly holdEndsAt: string | null;
}

function toJson(intent: ProviderIntent): object {
  const json: IntentJson = {
    id: intent.id,
    reference: intent.reference,
    state: intent.state,
    amountMinor: intent.amountMinor.toString(),
    currency: intent.currency,
    capturedMinor: intent.capturedMinor.toString(),
    refundedMinor: intent.refundedMinor.toString(),
    failure: intent.failure,
    card: intent.card,
    holdEndsAt: intent.holdEndsAt?.toString() ?? null,
  };
  return json;
}

function fromJson(json: IntentJson): ProviderIntent {
  return {
    ...json,
    amountMinor: BigInt(json.amountMinor),
    capturedMinor: BigInt(json.capturedMinor),
    refundedMinor: BigInt(json.refundedMinor),
    holdEndsAt: json.holdEndsAt === null ? null : Temporal.Instant.from(json.holdEndsAt),
  };
}

function hashOf({ paymentId, operation, request }: GatewayCall): string {
  return sha256(canonicalJson({ paymentId, operation, request }));
}
