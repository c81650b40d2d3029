import { Injectable } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import type { PersonaType, ProductType } from './journey.type.js';

const LONGEST_DESCRIPTION = 4000;

/** Whose journey it is and through which product: named once, chosen for many journeys. */
@Injectable()
export class AtlasChoicesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  createPersona(principal: Principal, input: { name: string; description: string }): Promise<PersonaType> {
    const persona = { name: checkedName(input.name), description: input.description.trim() };
    if (persona.description.length > LONGEST_DESCRIPTION) {
      const maximum = LONGEST_DESCRIPTION;
      throw ValidationError.of('description', 'too_long', `Use at most ${maximum} characters.`, { maximum });
    }
    return this.create(principal, 'persona', 'Persona', persona);
  }

  createProduct(principal: Principal, name: string): Promise<ProductType> {
    return this.create(principal, 'product', 'Product', { name: checkedName(name) });
  }

  private create<Row extends { name: string; description?: string }>(
    principal: Principal,
    table: 'persona' | 'product',
    objectKind: string,
    row: Row,
  ): Promise<Row & { id: string }> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = newId();
      const columns = ['organization_id', 'id', ...Object.keys(row)];
      await unlessTaken(
        `${table}_name_once`,
        () => ValidationError.of('name', 'taken', 'Another one has this name.'),
        () =>
          transaction.query(
            `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
            [transaction.organizationId, id, ...Object.values(row)],
          ),
      );
      transaction.audit({ act: `${table}.created`, objectKind, objectId: id, changes: { name: row.name } });
      return { id, ...row };
    });
  }
}
