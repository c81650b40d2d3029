import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AccessTokenService } from './access-token.service.js';
import { AccessTokenScopeEnum, AccessTokenType, IssuedAccessTokenType } from './access-token.type.js';

@Resolver()
export class AccessTokensResolver {
  constructor(private readonly tokens: AccessTokenService) {}

  @Query(() => [AccessTokenType], { description: 'One’s own.' })
  @Allow('read', 'AccessToken')
  accessTokens(@CurrentMember() member: MemberPrincipal): Promise<AccessTokenType[]> {
    return this.tokens.list(member);
  }

  @Mutation(() => IssuedAccessTokenType)
  @Allow('create', 'AccessToken')
  createAccessToken(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('scopes', { type: () => [AccessTokenScopeEnum] }) scopes: AccessTokenScopeEnum[],
    @Args('expiresAt') expiresAt: Date,
  ): Promise<IssuedAccessTokenType> {
    return this.tokens.create(member, { name, scopes, expiresAt });
  }

  @Mutation(() => AccessTokenType)
  @Allow('archive', 'AccessToken')
  revokeAccessToken(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AccessTokenType> {
    return this.tokens.revoke(member, id);
  }
}
