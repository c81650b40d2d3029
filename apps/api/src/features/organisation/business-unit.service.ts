import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { BusinessUnitEntity } from './business-unit.entity.js';
import { demandActiveUnit, lockStructure, refuseCycle, refuseOccupied } from './business-unit-tree.js';
import type { BusinessUnitType } from './business-unit.type.js';
import { BusinessUnitsReadModel } from './business-units.read-model.js';

export interface BusinessUnitInput {
  readonly name: string;
  readonly parentId: string | null;
}

type Changes = Partial<Pick<BusinessUnitEntity, 'name' | 'parentId' | 'archivedAt' | 'validTo'>>;

/** Draws the tree of units. */
@Injectable()
export class BusinessUnitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: BusinessUnitsReadModel,
  ) {}

  create(principal: Principal, input: BusinessUnitInput): Promise<BusinessUnitType> {
    const name = checkedName(input.name);
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockStructure(transaction);
      if (input.parentId) await demandActiveUnit(transaction, input.parentId);
      const id = newId();
      const { organizationId } = transaction;
      const unit = { organizationId, id, name, parentId: input.parentId };
      await nameOnce(() => transaction.manager.getRepository(BusinessUnitEntity).insert(unit));
      const changes = { name, parentId: input.parentId };
      transaction.audit({ act: 'business_unit.created', objectKind: 'BusinessUnit', objectId: id, changes });
      return this.units.oneIn(transaction, id);
    });
  }

  update(principal: Principal, id: string, version: number, input: BusinessUnitInput): Promise<BusinessUnitType> {
    const name = checkedName(input.name);
    const { parentId } = input;
    return this.change(principal, id, version, 'business_unit.updated', async (transaction, before) => {
      if (parentId && parentId !== before.parentId) {
        await demandActiveUnit(transaction, parentId);
        await refuseCycle(transaction, id, parentId);
      }
      return { name, parentId };
    });
  }

  archive(principal: Principal, id: string, version: number): Promise<BusinessUnitType> {
    return this.change(principal, id, version, 'business_unit.archived', async (transaction) => {
      await refuseOccupied(transaction, id);
      const now = new Date();
      return { archivedAt: now, validTo: now };
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    decide: (transaction: Transaction, before: BusinessUnitEntity) => Promise<Changes>,
  ): Promise<BusinessUnitType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockStructure(transaction);
      const { organizationId, manager } = transaction;
      const before = await manager
        .getRepository(BusinessUnitEntity)
        .findOneBy({ organizationId, id: rowId(id, 'Business unit') });
      if (!before) throw new NotFoundError('Business unit');
      if (before.version !== version) throw new ConflictError('Business unit', await this.units.oneIn(transaction, id));
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The business unit is archived.');
      const changes = await decide(transaction, before);
      await nameOnce(() => compareAndSet(transaction, BusinessUnitEntity, 'Business unit', id, version, changes));
      transaction.audit({
        act,
        objectKind: 'BusinessUnit',
        objectId: id,
        changes: changedFields<Changes>(before, changes),
      });
      return this.units.oneIn(transaction, id);
    });
  }
}

const nameOnce = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'business_unit_name_once',
    () => ValidationError.of('name', 'taken', 'Another unit under the same parent has this name.'),
    work,
  );
