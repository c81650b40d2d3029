import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { preferredLocale } from '../auth/authentication.js';
import { AllowAnyone } from '../authz/allow.decorator.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { DevelopmentMailbox } from './development-mailbox.js';
import { mailboxPage } from './mailbox-page.js';
import { Mailer } from './mailer.js';

/**
 * The development mailbox as a page. Letters hold links that let their reader in, and anybody may open this page: in
 * production, and with a mail server of one's own, it does not exist.
 */
@Controller('dev/mailbox')
export class MailboxController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  @AllowAnyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  async page(@Headers('accept-language') languages?: string): Promise<string> {
    if (this.config.environment === 'production' || !(this.mailer instanceof DevelopmentMailbox)) {
      throw new NotFoundError('Page');
    }
    return mailboxPage(await this.mailer.list(), preferredLocale(languages));
  }
}
