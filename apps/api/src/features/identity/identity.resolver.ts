import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowAnyone, AllowSignedIn } from '../../platform/authz/allow.decorator.js';
import type { GraphqlContext } from '../../platform/http/request-of.js';
import { CurrentMember, MaybePrincipal } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal, Principal } from '../../platform/tenancy/principal.js';
import { SessionCookie } from './session-cookie.js';
import { SignInService } from './sign-in.service.js';
import { ViewerReadModel } from './viewer.read-model.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly viewers: ViewerReadModel,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for nobody.' })
  @AllowAnyone()
  async viewer(@MaybePrincipal() principal: Principal | null): Promise<ViewerType | null> {
    return principal?.kind === 'member' ? this.viewers.viewer(principal) : null;
  }

  @Mutation(() => ViewerType)
  @AllowAnyone()
  async signIn(
    @Args('email') email: string,
    @Args('password') password: string,
    @Context() context: GraphqlContext,
  ): Promise<ViewerType> {
    const session = await this.signIns.signIn(email, password, context.request.ip ?? 'unknown');
    this.cookie.set(context, session);
    return this.viewers.viewer(session.principal);
  }

  @Mutation(() => Boolean)
  @AllowSignedIn()
  async signOut(@CurrentMember() member: MemberPrincipal, @Context() context: GraphqlContext): Promise<boolean> {
    await this.signIns.signOut(member);
    this.cookie.clear(context);
    return true;
  }

  @Mutation(() => ViewerType)
  @AllowSignedIn()
  async switchOrganization(
    @CurrentMember() member: MemberPrincipal,
    @Args('organizationId', { type: () => ID }) organizationId: string,
    @Context() context: GraphqlContext,
  ): Promise<ViewerType> {
    const session = await this.signIns.switchTo(member, organizationId);
    this.cookie.set(context, session);
    return this.viewers.viewer(session.principal);
  }
}
