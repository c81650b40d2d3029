import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { Authentication, SESSION_COOKIE } from '../../platform/auth/authentication.js';
import type { GraphqlContext } from '../../platform/http/request-of.js';
import { SESSION_HOURS } from './session.service.js';
import type { OpenedSession } from './sign-in.service.js';

/** Puts a session into the browser and takes it out again. */
@Injectable()
export class SessionCookie {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authentication: Authentication,
  ) {}

  set(context: GraphqlContext, session: OpenedSession): void {
    context.reply?.setCookie(SESSION_COOKIE, session.cookie, { ...this.attributes(), maxAge: SESSION_HOURS * 3600 });
    this.authentication.replace(context.request, session.principal);
  }

  clear(context: GraphqlContext): void {
    context.reply?.clearCookie(SESSION_COOKIE, this.attributes());
    this.authentication.replace(context.request, null);
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.config.publicUrl.startsWith('https:') };
  }
}
