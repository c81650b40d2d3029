import { ConflictError, NotFoundError } from '@touchstone/domain';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Transaction } from './unit-of-work.js';

interface Versioned extends ObjectLiteral {
  organizationId: string;
  id: string;
  version: number;
}

/**
 * Changes a row only if it is still in the version the caller has seen. TypeORM's own version column does not protect:
 * a stale save succeeds there. A lost race is a `ConflictError` with the state that won.
 */
export async function compareAndSet<T extends Versioned>(
  transaction: Transaction,
  entity: EntityTarget<T>,
  what: string,
  id: string,
  version: number,
  changes: QueryDeepPartialEntity<T>,
): Promise<T> {
  const repository = transaction.manager.getRepository(entity);
  // TypeORM's types for a condition cannot be worked out for an entity that is not known yet.
  const where = { organizationId: transaction.organizationId, id } as FindOptionsWhere<T>;
  const outcome = await repository
    .createQueryBuilder()
    .update()
    .set({ ...changes, version: () => 'version + 1' })
    .where('organization_id = :organizationId AND id = :id AND version = :version', {
      organizationId: transaction.organizationId,
      id,
      version,
    })
    .execute();
  const current = await repository.findOneBy(where);
  if (!current) throw new NotFoundError(what);
  if (outcome.affected === 0) throw new ConflictError(what, current);
  return current;
}
