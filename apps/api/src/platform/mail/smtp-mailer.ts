import { type OnApplicationShutdown } from '@nestjs/common';
import { DomainError, UnavailableError } from '@touchstone/domain';
import { createTransport, type Transporter } from 'nodemailer';
import { type Mail, Mailer } from './mailer.js';

const TIMEOUT_MS = 15_000;

/** Sends through the mail server of the configuration, over a few connections that are kept. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail({ from: this.from, ...mail });
    } catch (error) {
      // The server's own words often repeat the address, so they go no further than this.
      const status = (error as { responseCode?: number }).responseCode;
      if (status && status >= 500) {
        throw new DomainError('MAIL_REFUSED', `The mail server refused the letter with ${status}.`, { status });
      }
      throw new UnavailableError('The mail server');
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
