import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { OnJob } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { WebhookRecord } from '../persistence/payment.records.js';
import { PayoutAccounts } from './payout-accounts.js';
import { ReconcilePayment } from './reconcile-payment.js';

/** What was read from a webhook whose signature fits. */
export interface ProvenWebhook {
  readonly provider: string;
  readonly eventId: string;
  readonly type: string;
  /** The provider's id of the payment, or the expert's account, it is about. */
  readonly providerRef: string;
  /** As it came. */
  readonly body: string;
}

/** A webhook is a hint: it is kept and answered at once, then the provider is asked how things stand. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly reconcile: ReconcilePayment,
    private readonly payoutAccounts: PayoutAccounts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A webhook that came before is passed over. */
  async run(webhook: ProvenWebhook): Promise<void> {
    const { provider, eventId, providerRef, type, body } = webhook;
    const id = this.ids.next();
    const receivedAt = this.clock.now();
    try {
      await this.unitOfWork.run(async () => {
        await this.unitOfWork.manager.insert(WebhookRecord, {
          id,
          provider,
          providerEventId: eventId,
          providerRef,
          type,
          body,
          receivedAt,
          handledAt: null,
        });
        await this.outbox.schedule({
          name: 'billing.handle-webhook',
          key: `billing-webhook:${id}`,
          dueAt: receivedAt.toString(),
          payload: { webhookId: id },
        });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  @OnJob('billing.handle-webhook')
  async handle(payload: { readonly webhookId: string }): Promise<void> {
    const { webhookId: id } = payload;
    const webhook = await this.unitOfWork.manager.findOneByOrFail(WebhookRecord, { id });
    if (webhook.type.startsWith('account.'))
      await this.payoutAccounts.refreshByRef(webhook.providerRef);
    else await this.reconcile.byProviderRef(webhook.providerRef);
    await this.unitOfWork.manager.update(WebhookRecord, { id }, { handledAt: this.clock.now() });
  }
}
