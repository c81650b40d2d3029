import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { UnauthenticatedError } from '@touchstone/domain';
import { requestOf } from '../http/request-of.js';
import type { MemberPrincipal, Principal, RespondentPrincipal } from './principal.js';

const principals = new WeakMap<object, Principal>();

/** The guard's result, kept for the parameter decorators below; they are called synchronously. */
export function rememberPrincipal(request: object, principal: Principal | null): void {
  if (principal) principals.set(request, principal);
  else principals.delete(request);
}

function principalIn(context: ExecutionContext): Principal {
  const principal = principals.get(requestOf(context));
  if (!principal) throw new UnauthenticatedError();
  return principal;
}

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalIn(context),
);

/** The member who is signed in; operations that members call use this one. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): MemberPrincipal => {
  const principal = principalIn(context);
  if (principal.kind !== 'member') throw new UnauthenticatedError();
  return principal;
});

export const CurrentRespondent = createParamDecorator((_: unknown, context: ExecutionContext): RespondentPrincipal => {
  const principal = principalIn(context);
  if (principal.kind !== 'respondent') throw new UnauthenticatedError('Open this page through your link.');
  return principal;
});

/** Null where nobody is signed in; for operations that are open to anyone. */
export const MaybePrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null => principals.get(requestOf(context)) ?? null,
);
