import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse as uuidBytes, stringify as uuidText, validate as isUuid } from 'uuid';
import { signFor } from '../../platform/config/secret-key.js';
import type { RespondentLink } from '../../platform/tenancy/principal.js';

/**
 * What stands behind the `#` of a respondent's link. Both kinds name the organisation, so that no look-up crosses
 * tenants; a group link is signed and can be shown again, a person's link is a secret of which only a hash is kept.
 */
export interface IssuedLink {
  readonly token: string;
  readonly hash: Buffer;
}

const GROUP = 'g';
const PERSON = 'p';
const SIGNATURE_BYTES = 18;

/** Every link is read-only knowledge of the path: the token never reaches a server's log, because fragments are not sent. */
export const linkAddress = (publicUrl: string, token: string): string => `${publicUrl}/r#${token}`;

export function groupToken(secretKey: string, organizationId: string, raterGroupId: string, nonce: string): string {
  const ids = Buffer.concat([uuidBytes(organizationId), uuidBytes(raterGroupId)]).toString('base64url');
  return `${GROUP}${ids}.${groupSignature(secretKey, organizationId, raterGroupId, nonce).toString('base64url')}`;
}

/** Whether the signature in a group link fits the group's present nonce. */
export function groupSignatureFits(
  secretKey: string,
  link: { organizationId: string; raterGroupId: string; signature: Buffer },
  nonce: string,
): boolean {
  const expected = groupSignature(secretKey, link.organizationId, link.raterGroupId, nonce);
  return link.signature.length === expected.length && timingSafeEqual(link.signature, expected);
}

function groupSignature(secretKey: string, organizationId: string, raterGroupId: string, nonce: string): Buffer {
  return signFor(secretKey, 'group-link', `${organizationId}:${raterGroupId}:${nonce}`).subarray(0, SIGNATURE_BYTES);
}

export function newPersonToken(organizationId: string): IssuedLink {
  const secret = randomBytes(32);
  const token = `${PERSON}${Buffer.from(uuidBytes(organizationId)).toString('base64url')}.${secret.toString('base64url')}`;
  return { token, hash: hashOf(secret) };
}

export interface ParsedLink {
  readonly organizationId: string;
  readonly link: RespondentLink;
}

/** Reads a token; null for anything that is not one. Whether it is known, in time and not revoked, the database says. */
export function parseToken(token: string): ParsedLink | null {
  const [ids, secret, ...rest] = token.slice(1).split('.');
  if (!ids || !secret || rest.length > 0) return null;
  const idBytes = Buffer.from(ids, 'base64url');
  const secretBytes = Buffer.from(secret, 'base64url');
  if (token.startsWith(PERSON) && idBytes.length === 16 && secretBytes.length === 32) {
    const organizationId = asUuid(idBytes);
    return organizationId
      ? {
          organizationId,
          link: { kind: 'person', tokenHash: hashOf(secretBytes), draftKey: () => draftKeyOf(secretBytes) },
        }
      : null;
  }
  if (token.startsWith(GROUP) && idBytes.length === 32 && secretBytes.length === SIGNATURE_BYTES) {
    const organizationId = asUuid(idBytes.subarray(0, 16));
    const raterGroupId = asUuid(idBytes.subarray(16));
    return organizationId && raterGroupId
      ? { organizationId, link: { kind: 'group', raterGroupId, signature: secretBytes } }
      : null;
  }
  return null;
}

const hashOf = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest();

/** The key of the respondent's draft, derived where there is a draft: only the link gives it, and the hash we keep does not lead to it. */
const draftKeyOf = (secret: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'touchstone answer draft', 32));

function asUuid(bytes: Uint8Array): string | null {
  try {
    const text = uuidText(bytes);
    return isUuid(text) ? text : null;
  } catch {
    return null;
  }
}
