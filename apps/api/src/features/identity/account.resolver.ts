import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowSignedIn } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AccountService } from './account.service.js';
import { ViewerReadModel } from './viewer.read-model.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly viewers: ViewerReadModel,
  ) {}

  @Mutation(() => ViewerType)
  @AllowSignedIn()
  async updateProfile(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('locale') locale: string,
  ): Promise<ViewerType> {
    await this.accounts.updateProfile(member, { name, locale });
    return this.viewers.viewer(member);
  }

  @Mutation(() => Boolean, { description: 'Ends every other session of the account.' })
  @AllowSignedIn()
  async changePassword(
    @CurrentMember() member: MemberPrincipal,
    @Args('currentPassword') currentPassword: string,
    @Args('newPassword') newPassword: string,
  ): Promise<boolean> {
    await this.accounts.changePassword(member, currentPassword, newPassword);
    return true;
  }
}
