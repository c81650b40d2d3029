import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CredentialSource } from '../auth/authentication.js';

/** What every GraphQL operation runs with. `reply` is absent for subscriptions. */
export interface GraphqlContext {
  readonly request: CredentialSource & Partial<FastifyRequest>;
  readonly reply?: FastifyReply;
}

export function requestOf(context: ExecutionContext): GraphqlContext['request'] {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<GraphqlContext>().request
    : context.switchToHttp().getRequest<FastifyRequest>();
}
