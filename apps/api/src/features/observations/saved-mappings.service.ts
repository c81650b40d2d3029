import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { SavedMappingType } from './observation-import.type.js';

/** What the files hold that a mapping reads, and how it is known to be of the right form. */
export interface KindOfMapping {
  readonly kind: 'observation' | 'feedback';
  readonly inForm: (given: unknown) => unknown;
}

export interface SaveMapping {
  /** Of the mapping that is replaced; a new one where it is left out. */
  readonly id?: string | null;
  readonly version?: number | null;
  readonly name: string;
  readonly mapping: unknown;
}

const LONGEST_NAME = 200;

/** How a file that comes again and again is read; metrics are looked at when it is used, because they change. */
@Injectable()
export class SavedMappingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  save(
    principal: Principal,
    { kind, inForm }: KindOfMapping,
    { id, version, name, mapping }: SaveMapping,
  ): Promise<SavedMappingType> {
    const called = name.trim();
    if (called === '' || called.length > LONGEST_NAME)
      throw ValidationError.of('name', 'bad_length', `Use 1 to ${LONGEST_NAME} characters.`, { maximum: LONGEST_NAME });
    const content = JSON.stringify(inForm(mapping));
    const taken = () => ValidationError.of('name', 'taken', 'There is a mapping of this name already.');
    return this.unitOfWork.write(principal, (transaction) =>
      unlessTaken('import_mapping_name_once', taken, () =>
        id
          ? this.change(transaction, kind, id, version ?? 0, 'mapping.changed', 'name = $5, mapping = $6', [
              called,
              content,
            ])
          : this.create(transaction, kind, called, content),
      ),
    );
  }

  archive(
    principal: Principal,
    { kind }: Pick<KindOfMapping, 'kind'>,
    id: string,
    version: number,
  ): Promise<SavedMappingType> {
    return this.unitOfWork.write(principal, (transaction) =>
      this.change(transaction, kind, id, version, 'mapping.archived', 'archived_at = now()', []),
    );
  }

  list(principal: Principal, { kind }: Pick<KindOfMapping, 'kind'>): Promise<SavedMappingType[]> {
    return this.unitOfWork.read(principal, (transaction) =>
      transaction.query<SavedMappingType>(
        `SELECT id, name, version, mapping FROM import_mapping
         WHERE organization_id = $1 AND kind = $2 AND archived_at IS NULL ORDER BY lower(name) LIMIT 200`,
        [principal.organizationId, kind],
      ),
    );
  }

  private async create(
    transaction: Transaction,
    kind: string,
    name: string,
    content: string,
  ): Promise<SavedMappingType> {
    const { principal, organizationId } = transaction;
    const [row] = await transaction.query<SavedMappingType>(
      `INSERT INTO import_mapping (organization_id, id, kind, name, mapping, created_by) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id, name, version, mapping`,
      [organizationId, newId(), kind, name, content, principal.kind === 'member' ? principal.membershipId : null],
    );
    transaction.audit({ act: 'mapping.saved', objectKind: 'ImportMapping', objectId: row!.id });
    return row!;
  }

  private async change(
    transaction: Transaction,
    kind: string,
    id: string,
    version: number,
    act: string,
    changes: string,
    values: readonly string[],
  ): Promise<SavedMappingType> {
    if (!isUuid(id)) throw new NotFoundError('Mapping');
    const key = [transaction.organizationId, id, kind];
    const [changed] = await transaction.query<SavedMappingType>(
      `UPDATE import_mapping SET ${changes}, version = version + 1
       WHERE organization_id = $1 AND id = $2 AND kind = $3 AND version = $4 AND archived_at IS NULL RETURNING id, name, version, mapping`,
      [...key, version, ...values],
    );
    if (!changed) {
      const [current] = await transaction.query<SavedMappingType>(
        `SELECT id, name, version, mapping FROM import_mapping
         WHERE organization_id = $1 AND id = $2 AND kind = $3 AND archived_at IS NULL`,
        key,
      );
      if (!current) throw new NotFoundError('Mapping');
      throw new ConflictError('Mapping', current);
    }
    transaction.audit({ act, objectKind: 'ImportMapping', objectId: id });
    return changed;
  }
}
