import { ForbiddenError } from '@touchstone/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../tenancy/principal.js';

/** The kinds of credential a request can carry; each is resolved by the feature that issues it. */
export type CredentialScheme = 'cookie' | 'bearer' | 'respondent';
export type CredentialResolver = (credential: string, locale: string) => Promise<Principal | null>;

export const SESSION_COOKIE = 'touchstone_session';
/** A browser sends cookies on its own but never this header: a form on another site cannot add it. */
export const CSRF_HEADER = 'x-touchstone-csrf';

/** What authentication needs of a request; a WebSocket's upgrade request has it too. */
export type CredentialSource = Pick<FastifyRequest, 'headers' | 'method'> & {
  cookies?: Record<string, string | undefined>;
};

/** Turns a request's credential into a principal, once per request. */
@Injectable()
export class Authentication {
  private readonly resolvers = new Map<CredentialScheme, CredentialResolver>();
  private readonly resolved = new WeakMap<object, Promise<Principal | null>>();

  /** Features that issue credentials register here when they start. */
  register(scheme: CredentialScheme, resolver: CredentialResolver): void {
    if (this.resolvers.has(scheme)) throw new Error(`Two features resolve ${scheme} credentials.`);
    this.resolvers.set(scheme, resolver);
  }

  principalOf(request: CredentialSource): Promise<Principal | null> {
    let principal = this.resolved.get(request);
    if (!principal) {
      principal = this.resolve(request);
      this.resolved.set(request, principal);
    }
    return principal;
  }

  /** After signing in or out the request stands for somebody else. */
  replace(request: CredentialSource, principal: Principal | null): void {
    this.resolved.set(request, Promise.resolve(principal));
  }

  private async resolve(request: CredentialSource): Promise<Principal | null> {
    const locale = preferredLocale(request.headers['accept-language']);
    const [scheme, credential] = splitOnce(request.headers.authorization ?? '');
    if (scheme === 'bearer' || scheme === 'respondent') {
      return (await this.resolvers.get(scheme)?.(credential, locale)) ?? null;
    }
    const cookie = request.cookies?.[SESSION_COOKIE];
    if (!cookie) return null;
    if (request.method !== 'GET' && !request.headers[CSRF_HEADER]) {
      throw new ForbiddenError(`Requests with a session cookie need the header ${CSRF_HEADER}.`);
    }
    return (await this.resolvers.get('cookie')?.(cookie, locale)) ?? null;
  }
}

function splitOnce(header: string): [string, string] {
  const space = header.indexOf(' ');
  return space < 0 ? ['', ''] : [header.slice(0, space).toLowerCase(), header.slice(space + 1).trim()];
}

/** The languages the API speaks; anything else is answered in English. */
export function preferredLocale(header: string | undefined): 'en' | 'zh-CN' {
  return /^\s*zh\b/i.test(header ?? '') ? 'zh-CN' : 'en';
}
