import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { BusinessUnitType } from './business-unit.type.js';

/** The tree of units as one flat list: a statement, whatever its depth. */
@Injectable()
export class BusinessUnitsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(principal: Principal, includeArchived: boolean): Promise<BusinessUnitType[]> {
    return this.unitOfWork.read(principal, (transaction) =>
      transaction.query<BusinessUnitType>(`${UNIT} AND ($2 OR u.archived_at IS NULL) ORDER BY lower(u.name), u.id`, [
        transaction.organizationId,
        includeArchived,
      ]),
    );
  }

  async oneIn(transaction: Transaction, id: string): Promise<BusinessUnitType> {
    const [unit] = await transaction.query<BusinessUnitType>(`${UNIT} AND u.id = $2`, [transaction.organizationId, id]);
    if (!unit) throw new NotFoundError('Business unit');
    return unit;
  }
}

const UNIT = `
  SELECT u.id, u.parent_id AS "parentId", u.name, u.archived_at AS "archivedAt", u.version,
    (SELECT count(*)::int FROM team t
     WHERE t.organization_id = u.organization_id AND t.business_unit_id = u.id AND t.archived_at IS NULL) AS "teamCount"
  FROM business_unit u
  WHERE u.organization_id = $1`;
