import { Module } from '@nestjs/common';
import { AccessTokenCredentials } from './access-token-credentials.js';
import { AccessTokenService } from './access-token.service.js';
import { AccessTokensResolver } from './access-tokens.resolver.js';
import { AccountResolver } from './account.resolver.js';
import { AccountService } from './account.service.js';
import { ClearExpiredAccess } from './clear-expired.sweep.js';
import { IdentityResolver } from './identity.resolver.js';
import { PasswordResetHandler } from './password-reset.handler.js';
import { PasswordResetResolver } from './password-reset.resolver.js';
import { PasswordResetService } from './password-reset.service.js';
import { SessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { ViewerReadModel } from './viewer.read-model.js';

@Module({
  providers: [
    IdentityResolver,
    SessionCookie,
    SessionService,
    SignInService,
    ViewerReadModel,
    AccountResolver,
    AccountService,
    PasswordResetResolver,
    PasswordResetService,
    PasswordResetHandler,
    AccessTokensResolver,
    AccessTokenService,
    AccessTokenCredentials,
    ClearExpiredAccess,
  ],
  exports: [SessionService, SignInService, ViewerReadModel, SessionCookie],
})
export class IdentityModule {}
