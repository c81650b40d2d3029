import { createHash, randomBytes } from 'node:crypto';
import { parse as uuidBytes, stringify as uuidText, validate as isUuid } from 'uuid';

/**
 * A secret that names its organisation: `<organisation>.<secret>`, both base64url. Only the hash of the secret is kept,
 * and it is looked up inside the organisation, behind row-level security like everything else.
 */
export interface IssuedSecret {
  readonly token: string;
  readonly hash: Buffer;
}

export interface ParsedSecret {
  readonly organizationId: string;
  readonly hash: Buffer;
}

const SECRET_BYTES = 32;

export function issueSecret(organizationId: string): IssuedSecret {
  const secret = randomBytes(SECRET_BYTES);
  const organization = Buffer.from(uuidBytes(organizationId)).toString('base64url');
  return { token: `${organization}.${secret.toString('base64url')}`, hash: hashOf(secret) };
}

/** Null for anything that is not such a token. Whether it is known and in time, the database says. */
export function parseSecret(token: string): ParsedSecret | null {
  const [organization = '', secret = '', ...rest] = token.split('.');
  const organizationBytes = Buffer.from(organization, 'base64url');
  const secretBytes = Buffer.from(secret, 'base64url');
  if (rest.length > 0 || organizationBytes.length !== 16 || secretBytes.length !== SECRET_BYTES) return null;
  const organizationId = asUuid(organizationBytes);
  return organizationId ? { organizationId, hash: hashOf(secretBytes) } : null;
}

const hashOf = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest();

/** Sixteen bytes are not always an id: version and variant bits must fit. */
function asUuid(bytes: Buffer): string | null {
  try {
    const text = uuidText(bytes);
    return isUuid(text) ? text : null;
  } catch {
    return null;
  }
}
