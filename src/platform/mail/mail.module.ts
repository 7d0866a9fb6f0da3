import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig, Secrets } from '../config/config.js';
import { Mailbox } from './mailbox.js';
import { MailboxRecord } from './mailbox.record.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([MailboxRecord])],
  providers: [
    Mailbox,
    {
      provide: Mailer,
      inject: [AppConfig, Secrets, Mailbox],
      useFactory: (config: AppConfig, secrets: Secrets, mailbox: Mailbox): Mailer =>
        secrets.smtpUrl === null
          ? mailbox
          : new SmtpMailer(
              secrets.smtpUrl,
              config.operator.email,
              new URL(config.http.publicUrl).hostname,
            ),
    },
  ],
  exports: [Mailer, Mailbox],
})
export class MailModule {}
