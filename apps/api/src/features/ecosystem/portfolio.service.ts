import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { ProductEntity } from './product.entity.js';

export interface ProductValues {
  readonly name: string;
  readonly volume: number | null;
}

const LARGEST_VOLUME = 1e12;

/** The products of the ecosystem: named, weighed, put away and brought back. Each act answers with the product's id. */
@Injectable()
export class PortfolioService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(principal: Principal, input: ProductValues): Promise<string> {
    const product = checked(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = newId();
      const { organizationId, manager } = transaction;
      await once(() => manager.getRepository(ProductEntity).insert({ organizationId, id, ...product }));
      transaction.audit({ act: 'product.created', objectKind: 'Product', objectId: id, changes: { ...product } });
      return id;
    });
  }

  update(principal: Principal, id: string, version: number, input: ProductValues): Promise<string> {
    const product = checked(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await productIn(transaction, id, version);
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The product is archived.');
      await once(() => compareAndSet(transaction, ProductEntity, 'Product', id, version, product));
      const changes = changedFields<Partial<ProductEntity>>(before, product);
      transaction.audit({ act: 'product.updated', objectKind: 'Product', objectId: id, changes });
      return id;
    });
  }

  /** Its journeys keep it; it is offered for no other, and the ecosystem view leaves it out. */
  archive(principal: Principal, id: string, version: number, archived: boolean): Promise<string> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await productIn(transaction, id, version);
      const archivedAt = archived ? new Date() : null;
      await once(() => compareAndSet(transaction, ProductEntity, 'Product', id, version, { archivedAt }));
      const act = archived ? 'product.archived' : 'product.restored';
      transaction.audit({ act, objectKind: 'Product', objectId: id });
      return id;
    });
  }
}

async function productIn(
  { manager, organizationId }: Transaction,
  id: string,
  version: number,
): Promise<ProductEntity> {
  const product = await manager.getRepository(ProductEntity).findOneBy({ organizationId, id: rowId(id, 'Product') });
  if (!product) throw new NotFoundError('Product');
  if (product.version !== version) throw new ConflictError('Product', product);
  return product;
}

function checked({ name, volume }: ProductValues): ProductValues {
  if (volume !== null && !(volume > 0 && volume <= LARGEST_VOLUME))
    throw ValidationError.of('volume', 'out_of_range', 'The volume is a number above 0.', { maximum: LARGEST_VOLUME });
  return { name: checkedName(name), volume };
}

const once = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken('product_name_once', () => ValidationError.of('name', 'taken', 'Another one has this name.'), work);
