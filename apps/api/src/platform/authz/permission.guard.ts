import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '@touchstone/domain';
import { requestOf } from '../http/request-of.js';
import { Authentication } from '../auth/authentication.js';
import { rememberPrincipal } from '../tenancy/current-principal.decorator.js';
import { abilityOf, type Principal } from '../tenancy/principal.js';
import { PERMISSION, type Permission } from './allow.decorator.js';
import { scopeFor } from './token-scope.js';

/** Stands before every operation, GraphQL and HTTP alike. Nothing declared means nobody gets in. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!permission) throw new ForbiddenError('This operation declares no permission.');
    const request = requestOf(context);
    const principal = await this.authentication.principalOf(request);
    rememberPrincipal(request, principal);
    if (permission.kind === 'anyone') return true;
    if (!principal) throw new UnauthenticatedError();
    if (permission.kind === 'signed-in') {
      if (principal.kind !== 'member' || principal.scopes)
        throw new ForbiddenError('This needs a person who is signed in.');
      return true;
    }
    authorise(principal, permission);
    return true;
  }
}

function authorise(principal: Principal, { action, subject }: Extract<Permission, { kind: 'ability' }>): void {
  if (!abilityOf(principal).can(action, subject)) throw new ForbiddenError();
  if (principal.kind !== 'member' || !principal.scopes) return;
  const scope = scopeFor(action, subject);
  if (!scope) throw new ForbiddenError('This needs a person who is signed in.');
  if (!principal.scopes.includes(scope)) throw new ForbiddenError(`The access token lacks the scope "${scope}".`);
}
