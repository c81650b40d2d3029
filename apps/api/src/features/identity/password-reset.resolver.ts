import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AllowAnyone } from '../../platform/authz/allow.decorator.js';
import type { GraphqlContext } from '../../platform/http/request-of.js';
import { PasswordResetService } from './password-reset.service.js';

@Resolver()
export class PasswordResetResolver {
  constructor(private readonly resets: PasswordResetService) {}

  @Mutation(() => Boolean, { description: 'True whether or not the address is known; a letter goes to known ones.' })
  @AllowAnyone()
  async requestPasswordReset(@Args('email') email: string, @Context() context: GraphqlContext): Promise<boolean> {
    await this.resets.request(email, context.request.ip ?? 'unknown');
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends every session of the account and lifts its lock.' })
  @AllowAnyone()
  async resetPassword(@Args('token') token: string, @Args('newPassword') newPassword: string): Promise<boolean> {
    await this.resets.reset(token, newPassword);
    return true;
  }
}
