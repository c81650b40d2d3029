import { Injectable } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import type { ProductType } from './journey.type.js';

/** Through which product a journey leads: named once, chosen for many journeys. */
@Injectable()
export class AtlasChoicesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  createProduct(principal: Principal, called: string): Promise<ProductType> {
    const name = checkedName(called);
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = newId();
      await unlessTaken(
        'product_name_once',
        () => ValidationError.of('name', 'taken', 'Another one has this name.'),
        () =>
          transaction.query('INSERT INTO product (organization_id, id, name) VALUES ($1, $2, $3)', [
            transaction.organizationId,
            id,
            name,
          ]),
      );
      transaction.audit({ act: 'product.created', objectKind: 'Product', objectId: id, changes: { name } });
      return { id, name };
    });
  }
}
