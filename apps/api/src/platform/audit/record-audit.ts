import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../tenancy/principal.js';
import type { AuditEntry } from './audit-entry.js';

/** Appends to the organisation's hash chain. Called last in a transaction: the chain's head is locked until it ends. */
export async function recordAudit(
  runner: QueryRunner,
  principal: Principal,
  entries: readonly AuditEntry[],
): Promise<void> {
  const events = entries.map((entry) => ({ id: uuidv7(), ...entry }));
  await runner.query('SELECT append_audit($1, $2, $3, $4)', [
    principal.organizationId,
    principal.kind === 'member' && principal.scopes ? 'token' : principal.kind,
    principal.kind === 'member' ? principal.membershipId : null,
    JSON.stringify(events),
  ]);
}
