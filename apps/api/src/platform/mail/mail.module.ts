import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { DevelopmentMailbox } from './development-mailbox.js';
import { Mailer } from './mailer.js';
import { MailboxController } from './mailbox.controller.js';
import { SmtpMailer } from './smtp-mailer.js';

@Global()
@Module({
  controllers: [MailboxController],
  providers: [
    {
      provide: Mailer,
      inject: [CONFIG],
      useFactory: (config: Config): Mailer =>
        config.smtpUrl ? new SmtpMailer(config.smtpUrl, config.mailFrom) : new DevelopmentMailbox(config.dataDir),
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
