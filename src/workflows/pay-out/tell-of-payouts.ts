import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../modules/accounts/index.js';
import type {
  PayoutAccountChanged,
  PayoutFailed,
  PayoutSent,
} from '../../modules/billing/index.js';
import { NotificationsFacade, type Topic } from '../../modules/notifications/index.js';
import { OnEvent } from '../../platform/outbox/handlers.js';
import { money } from '../../shared/money.js';
import { formatMoney } from '../settle-session/format-money.js';

const EARNINGS_PATH = '/studio/earnings';

/** Experts hear of their money: that it left, that it came back, and that somebody changed where it goes. */
@Injectable()
export class TellOfPayouts {
  constructor(
    private readonly accounts: AccountsFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  @OnEvent('billing.payout.sent', 'tell-of-payouts.on-sent')
  async onSent({ eventId, data }: PayoutSent): Promise<void> {
    await this.tell(eventId, 'payoutSent', data, { destination: data.destination ?? '' });
  }

  @OnEvent('billing.payout.failed', 'tell-of-payouts.on-failed')
  async onFailed({ eventId, data }: PayoutFailed): Promise<void> {
    await this.tell(eventId, 'payoutFailed', data, {});
  }

  /** The mail address of the change before is told too: whoever took an account over changes the address first. */
  @OnEvent('billing.payout-account.changed', 'tell-of-payouts.on-account-changed')
  async onAccountChanged({ eventId, data }: PayoutAccountChanged): Promise<void> {
    const { expertId, destination, isFirst, contacts } = data;
    for (const contact of contacts)
      await this.notifications.tell({
        key: `payout-account:${eventId}:${contact}`,
        personId: expertId,
        topic: isFirst ? 'payoutAccountSet' : 'payoutAccountChanged',
        facts: { destination: destination ?? '' },
        path: EARNINGS_PATH,
        mailTo: contact,
      });
  }

  private async tell(
    eventId: string,
    topic: Topic,
    data: PayoutSent['data'] | PayoutFailed['data'],
    facts: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { language } = await this.accounts.person(data.expertId);
    const amount = formatMoney(money(BigInt(data.amountMinor), data.currency), language);
    await this.notifications.tell({
      key: `payout:${eventId}`,
      personId: data.expertId,
      topic,
      facts: { amount, ...facts },
      path: EARNINGS_PATH,
    });
  }
}
