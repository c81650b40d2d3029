import { Module } from '@nestjs/common';
import { IdentityResolver } from './identity.resolver.js';
import { SessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { ViewerReadModel } from './viewer.read-model.js';

@Module({
  providers: [IdentityResolver, SessionCookie, SessionService, SignInService, ViewerReadModel],
  exports: [SessionService, SignInService, ViewerReadModel, SessionCookie],
})
export class IdentityModule {}
