import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { preferredLocale } from '../../platform/auth/authentication.js';
import { AllowAnyone } from '../../platform/authz/allow.decorator.js';
import type { GraphqlContext } from '../../platform/http/request-of.js';
import { SessionCookie, ViewerReadModel, ViewerType } from '../identity/index.js';
import { MembershipInvitationService } from './membership-invitation.service.js';
import { MembershipInvitationPreviewType } from './person.type.js';

@Resolver()
export class MembershipInvitationResolver {
  constructor(
    private readonly invitations: MembershipInvitationService,
    private readonly viewers: ViewerReadModel,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => MembershipInvitationPreviewType, { nullable: true })
  @AllowAnyone()
  membershipInvitation(@Args('token') token: string): Promise<MembershipInvitationPreviewType | null> {
    return this.invitations.preview(token);
  }

  @Mutation(() => ViewerType, {
    description: 'Password: a new one for a new account, the existing one for an existing account.',
  })
  @AllowAnyone()
  async acceptMembershipInvitation(
    @Args('token') token: string,
    @Args('name') name: string,
    @Args('password') password: string,
    @Context() context: GraphqlContext,
  ): Promise<ViewerType> {
    const { headers, ip = 'unknown' } = context.request;
    const locale = preferredLocale(headers['accept-language']);
    const session = await this.invitations.accept(token, { name, password, locale, address: ip });
    this.cookie.set(context, session);
    return this.viewers.viewer(session.principal);
  }
}
