import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AtlasChoicesReadModel } from './atlas-choices.read-model.js';
import { AtlasChoicesService } from './atlas-choices.service.js';
import { ProductConnection, ProductType } from './journey.type.js';

const textType = { type: () => String, nullable: true };
const firstType = { type: () => Int, nullable: true, defaultValue: 25 };

/** Through which products journeys lead. */
@Resolver()
export class AtlasChoicesResolver {
  constructor(
    private readonly read: AtlasChoicesReadModel,
    private readonly service: AtlasChoicesService,
  ) {}

  @Query(() => ProductConnection)
  @Allow('read', 'Journey')
  products(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', firstType) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
  ): Promise<Connection<ProductType>> {
    const filter = { first: first ?? 25, after: after ?? null, search: search ?? null };
    return this.read.list(member, 'product', filter);
  }

  @Mutation(() => ProductType)
  @Allow('create', 'Journey')
  createProduct(@CurrentMember() member: MemberPrincipal, @Args('name') name: string): Promise<ProductType> {
    return this.service.createProduct(member, name);
  }
}
