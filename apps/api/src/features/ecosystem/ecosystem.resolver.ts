import { Args, Field, Float, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { LifecycleEnum } from '../journeys/index.js';
import { EcosystemReadModel } from './ecosystem.read-model.js';
import {
  EcosystemCellDetailType,
  EcosystemMeasureEnum,
  EcosystemType,
  PortfolioProductConnection,
  PortfolioProductType,
} from './ecosystem.type.js';
import { PortfolioReadModel } from './portfolio.read-model.js';
import { PortfolioService, type ProductValues } from './portfolio.service.js';

@InputType()
export class PortfolioProductInput {
  @Field() name: string;
  @Field(() => Float, { nullable: true, description: 'Customers or contacts in a year.' }) volume?: number | null;
}

const idType = { type: () => ID };
const versionType = { type: () => Int };
const textType = { type: () => String, nullable: true };

/** The ecosystem of products, and the products themselves. */
@Resolver()
export class EcosystemResolver {
  constructor(
    private readonly read: EcosystemReadModel,
    private readonly portfolio: PortfolioReadModel,
    private readonly service: PortfolioService,
  ) {}

  @Query(() => EcosystemType, { description: 'Products × stages of the customer’s life.' })
  @Allow('read', 'Journey')
  ecosystem(
    @CurrentMember() member: MemberPrincipal,
    @Args('measure', { type: () => EcosystemMeasureEnum, defaultValue: EcosystemMeasureEnum.PERCEPTION })
    measure: EcosystemMeasureEnum,
    @Args('months', { type: () => Int, defaultValue: 3, description: 'Up to twelve; the running one counts.' })
    months: number,
  ): Promise<EcosystemType> {
    return this.read.matrix(member, measure, months);
  }

  @Query(() => EcosystemCellDetailType)
  @Allow('read', 'Journey')
  ecosystemCell(
    @CurrentMember() member: MemberPrincipal,
    @Args('productId', idType) productId: string,
    @Args('lifecycle', { type: () => LifecycleEnum }) lifecycle: LifecycleEnum,
  ): Promise<EcosystemCellDetailType> {
    return this.read.cell(member, productId, lifecycle);
  }

  @Query(() => PortfolioProductConnection)
  @Allow('read', 'Journey')
  productPortfolio(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
    @Args('includeArchived', { type: () => Boolean, nullable: true, defaultValue: false })
    includeArchived: boolean | null,
  ): Promise<Connection<PortfolioProductType>> {
    return this.portfolio.list(member, {
      first: first ?? 25,
      after: after ?? null,
      search: search ?? null,
      includeArchived: includeArchived ?? false,
    });
  }

  @Mutation(() => PortfolioProductType)
  @Allow('create', 'Journey')
  addProduct(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: PortfolioProductInput,
  ): Promise<PortfolioProductType> {
    return this.after(member, this.service.add(member, valuesOf(input)));
  }

  @Mutation(() => PortfolioProductType)
  @Allow('update', 'Journey')
  updateProduct(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: PortfolioProductInput,
  ): Promise<PortfolioProductType> {
    return this.after(member, this.service.update(member, id, version, valuesOf(input)));
  }

  @Mutation(() => PortfolioProductType, { description: 'Its journeys keep it; the ecosystem view leaves it out.' })
  @Allow('archive', 'Journey')
  archiveProduct(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PortfolioProductType> {
    return this.after(member, this.service.archive(member, id, version, true));
  }

  @Mutation(() => PortfolioProductType)
  @Allow('archive', 'Journey')
  restoreProduct(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PortfolioProductType> {
    return this.after(member, this.service.archive(member, id, version, false));
  }

  private async after(member: MemberPrincipal, change: Promise<string>): Promise<PortfolioProductType> {
    return this.portfolio.one(member, await change);
  }
}

const valuesOf = ({ name, volume }: PortfolioProductInput): ProductValues => ({ name, volume: volume ?? null });
