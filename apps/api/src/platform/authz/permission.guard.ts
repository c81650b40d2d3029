import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, type TokenScope, UnauthenticatedError } from '@touchstone/domain';
import { requestOf } from '../http/request-of.js';
import { Authentication } from '../auth/authentication.js';
import { rememberPrincipal } from '../tenancy/current-principal.decorator.js';
import { abilityOf, type MemberPrincipal, type Principal } from '../tenancy/principal.js';
import { PERMISSION, type Permission } from './allow.decorator.js';

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
  if (principal.kind === 'member' && principal.scopes) {
    // Whoever holds a token could make another one, and outlive its expiry: that takes a person who is signed in.
    if (subject === 'AccessToken' && action !== 'read') {
      throw new ForbiddenError('Access tokens are made and revoked by a person who is signed in.');
    }
    demandScope(principal, scopeFor(action, subject));
  }
}

function scopeFor(action: string, subject: string): TokenScope {
  if (action === 'export') return 'export';
  if (subject === 'Import' || (subject === 'StoredFile' && action === 'create'))
    return action === 'read' ? 'read' : 'import';
  return action === 'read' ? 'read' : 'write';
}

function demandScope(principal: MemberPrincipal, scope: TokenScope): void {
  if (!principal.scopes?.includes(scope)) throw new ForbiddenError(`The access token lacks the scope "${scope}".`);
}
