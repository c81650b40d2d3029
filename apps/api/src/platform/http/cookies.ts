import { fastifyCookie } from '@fastify/cookie';

/** The cookies of a raw header, as the HTTP server would have parsed them. */
export function parseCookieHeader(header: string | undefined): Record<string, string | undefined> {
  return header ? fastifyCookie.parse(header) : {};
}
