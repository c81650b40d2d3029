import { languageOf, similarityKeys, ValidationError } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { FeedbackEntity } from './feedback.entity.js';
import type { FeedbackSource } from './feedback.enums.js';

export interface FeedbackToKeep {
  readonly source: FeedbackSource;
  readonly text: string;
  readonly saidAt?: Date;
  readonly rating?: number | null;
  readonly touchpointId?: string | null;
  readonly personaId?: string | null;
  readonly metricId?: string | null;
  readonly alertId?: string | null;
  readonly assessmentId?: string | null;
  readonly nodeId?: string | null;
  /** What identifies it at its source; a text that somebody typed is itself alone. */
  readonly naturalKey?: string;
}

/** Puts something into the inbox. `field` is where the text stands in the form that it came from. */
export async function keepFeedback(transaction: Transaction, given: FeedbackToKeep, field = 'text'): Promise<string> {
  const { organizationId, principal, manager, query } = transaction;
  const text = given.text.trim();
  if (!text) throw ValidationError.of(field, 'required', 'Say what customers run into.');
  if (text.length > 8000)
    throw ValidationError.of(field, 'too_long', 'Use at most 8000 characters.', { maximum: 8000 });
  const saidAt = given.saidAt ?? new Date();
  if (saidAt.getTime() > Date.now() + 60_000)
    throw ValidationError.of('saidAt', 'in_the_future', 'It cannot have been said in the future.');
  await demandPlaces(transaction, given);
  const id = newId();
  const keys = similarityKeys(text);
  await manager.getRepository(FeedbackEntity).insert({
    organizationId,
    id,
    source: given.source,
    text,
    language: languageOf(text),
    saidAt,
    rating: given.rating ?? null,
    touchpointId: given.touchpointId ?? null,
    personaId: given.personaId ?? null,
    metricId: given.metricId ?? null,
    alertId: given.alertId ?? null,
    assessmentId: given.assessmentId ?? null,
    nodeId: given.nodeId ?? null,
    naturalKey: given.naturalKey ?? id,
    similarityKeys: keys,
    createdBy: principal.kind === 'member' ? principal.membershipId : null,
  });
  await query('INSERT INTO feedback_key (organization_id, key, feedback_id) SELECT $1, unnest($2::int[]), $3', [
    organizationId,
    keys,
    id,
  ]);
  // The text is what a customer said: the trail says that there is one, and not what it says.
  const changes = { source: given.source, touchpointId: given.touchpointId ?? null };
  transaction.audit({ act: 'feedback.recorded', objectKind: 'Feedback', objectId: id, changes });
  return id;
}

/** Touchpoint and persona exist, and exist here. */
export async function demandPlaces(
  { query, organizationId }: Transaction,
  { touchpointId, personaId }: { readonly touchpointId?: string | null; readonly personaId?: string | null },
): Promise<void> {
  for (const [path, table, what, id] of [
    ['touchpointId', 'touchpoint', 'Touchpoint', touchpointId],
    ['personaId', 'persona', 'Persona', personaId],
  ] as const) {
    if (!id) continue;
    const [known] = await query(`SELECT 1 FROM ${table} WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      rowId(id, what),
    ]);
    if (!known) throw ValidationError.of(path, 'unknown', 'This does not exist any more. Choose another one.');
  }
}
