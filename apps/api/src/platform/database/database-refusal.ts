/** What a server says that lets nobody in, and what somebody can do about it. Anything else is no refusal. */
const REMEDIES: Readonly<Record<string, string>> = {
  '3D000': 'make it (CREATE DATABASE … OWNER …, see docs/operations.md) or correct the name at the end of DATABASE_URL',
  '28P01':
    'correct the password in DATABASE_URL, or in DATABASE_APP_URL and DATABASE_WORKER_URL; signs such as @ : / in it are written as %40 %3A %2F',
  '28000': 'correct the login in DATABASE_URL, or let it in from this machine (pg_hba.conf of the server)',
  '22023': 'make the roles that Touchstone works under, see docs/operations.md',
  '42501': 'grant the login the roles that Touchstone works under, see docs/operations.md',
};
/** Codes that mean other things too, once somebody is in. */
const ONLY_OF_ROLES = new Set(['22023', '42501']);

/** Why the database let nobody in, as one sentence with what to do; undefined for every other error. */
export function databaseRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = String((error as { code?: unknown }).code);
  const remedy = REMEDIES[code];
  if (!remedy || (ONLY_OF_ROLES.has(code) && !/\brole\b/.test(error.message))) return undefined;
  return `The database cannot be opened (${error.message}): ${remedy}.`;
}
