import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { Ids } from '../../../platform/ids.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { OnEvent } from '../../../platform/outbox/handlers.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { Account } from '../domain/account.js';
import { LinkExpiredError } from '../domain/accounts.errors.js';
import type { AccountSignedUp, AccountVerified } from '../domain/accounts.events.js';
import { LinkRecord } from '../persistence/account.record.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { hashToken, newToken } from './tokens.js';

const LIFETIME_HOURS = { 'verify-email': 48, 'sign-in': 24 } as const;

/** Links that prove something once: that a mail address is read, or that the holder is a person. */
@Injectable()
export class Links {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly translator: Translator,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the token; only its hash is stored */
  async issue(accountId: string, purpose: LinkRecord['purpose']): Promise<string> {
    const token = newToken();
    await this.unitOfWork.manager.insert(LinkRecord, {
      id: this.ids.next(),
      tokenHash: hashToken(token),
      accountId,
      purpose,
      expiresAt: this.clock.now().add({ hours: LIFETIME_HOURS[purpose] }),
      usedAt: null,
    });
    return token;
  }

  /** Uses the link up. @throws LinkExpiredError when it was used, is too old or was never issued */
  async redeem(token: string, purpose: LinkRecord['purpose']): Promise<Account> {
    const now = this.clock.now();
    return this.unitOfWork.run(async () => {
      const link = await this.unitOfWork.manager.findOneBy(LinkRecord, {
        tokenHash: hashToken(token),
        purpose,
      });
      const used = await this.unitOfWork.manager
        .createQueryBuilder()
        .update(LinkRecord)
        .set({ usedAt: now })
        .where('id = :id AND used_at IS NULL AND expires_at > :now', {
          id: link?.id ?? '',
          now: now.epochMilliseconds.toString(),
        })
        .execute();
      const account = link ? await this.accounts.byId(link.accountId) : null;
      if (used.affected !== 1 || !account) throw new LinkExpiredError();
      // Whoever followed a link from the mail reads that mail.
      if (await this.accounts.markVerified(account.id, now)) await this.tellVerified(account);
      return { ...account, emailVerifiedAt: account.emailVerifiedAt ?? now };
    });
  }

  async sendVerification(account: Account, key: string): Promise<void> {
    if (account.emailVerifiedAt !== null) return;
    const token = await this.issue(account.id, 'verify-email');
    const t = await this.translator.for(account.language);
    await this.mailer.send({
      key: `verify-email:${key}`,
      to: account.email,
      subject: t('accounts:verifyEmail.subject'),
      text: t('accounts:verifyEmail.text', {
        name: account.displayName,
        link: `${this.config.http.publicUrl}/verify-email/${token}`,
      }),
    });
  }

  @OnEvent('accounts.account.signed-up', 'send-verification.on-signed-up')
  async onSignedUp(event: AccountSignedUp): Promise<void> {
    const account = await this.accounts.byId(event.data.accountId);
    if (account) await this.sendVerification(account, event.eventId);
  }

  private tellVerified(account: Account): Promise<void> {
    return this.outbox.publish<AccountVerified>({
      name: 'accounts.account.verified',
      aggregateId: account.id,
      data: { accountId: account.id },
    });
  }
}
