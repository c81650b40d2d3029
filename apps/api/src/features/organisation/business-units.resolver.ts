import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { BusinessUnitService } from './business-unit.service.js';
import { BusinessUnitType } from './business-unit.type.js';
import { BusinessUnitsReadModel } from './business-units.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const parentType = { type: () => ID, nullable: true };

@Resolver()
export class BusinessUnitsResolver {
  constructor(
    private readonly units: BusinessUnitsReadModel,
    private readonly service: BusinessUnitService,
  ) {}

  @Query(() => [BusinessUnitType])
  @Allow('read', 'BusinessUnit')
  businessUnits(
    @CurrentMember() member: MemberPrincipal,
    @Args('includeArchived', { type: () => Boolean, nullable: true, defaultValue: false })
    includeArchived: boolean | null,
  ): Promise<BusinessUnitType[]> {
    return this.units.list(member, includeArchived ?? false);
  }

  @Mutation(() => BusinessUnitType)
  @Allow('create', 'BusinessUnit')
  createBusinessUnit(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('parentId', parentType) parentId: string | null,
  ): Promise<BusinessUnitType> {
    return this.service.create(member, { name, parentId: parentId ?? null });
  }

  @Mutation(() => BusinessUnitType)
  @Allow('update', 'BusinessUnit')
  updateBusinessUnit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('name') name: string,
    @Args('parentId', parentType) parentId: string | null,
  ): Promise<BusinessUnitType> {
    return this.service.update(member, id, version, { name, parentId: parentId ?? null });
  }

  @Mutation(() => BusinessUnitType, { description: 'Refused while units or teams in it are active.' })
  @Allow('archive', 'BusinessUnit')
  archiveBusinessUnit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<BusinessUnitType> {
    return this.service.archive(member, id, version);
  }
}
