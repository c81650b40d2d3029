import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CellService } from './cell.service.js';
import { EvidenceKindEnum, LaneEnum, LifecycleEnum } from './journey.enums.js';
import { JourneyMapType, JourneyStageType } from './journey.type.js';
import { StageService } from './stage.service.js';

const idType = { type: () => ID };
const laneType = { type: () => LaneEnum };
const lifecycleType = { type: () => LifecycleEnum, nullable: true };
const positionType = { type: () => Int, nullable: true, description: 'From 0; at the end if absent.' };
const versionType = { type: () => Int };
const seenCellType = { type: () => Int, description: 'The version one has seen; 0 for a cell that was never filled.' };

/** The columns of a map and the texts in its cells. */
@Resolver()
export class JourneyMapResolver {
  constructor(
    private readonly stages: StageService,
    private readonly cells: CellService,
  ) {}

  @Mutation(() => JourneyMapType)
  @Allow('update', 'Journey')
  addJourneyStage(
    @CurrentMember() member: MemberPrincipal,
    @Args('journeyId', idType) journeyId: string,
    @Args('name') name: string,
    @Args('lifecycle', lifecycleType) lifecycle: LifecycleEnum | null,
    @Args('position', positionType) position: number | null,
  ): Promise<JourneyMapType> {
    return this.stages.add(member, journeyId, { name, lifecycle: lifecycle ?? null }, position ?? null);
  }

  @Mutation(() => JourneyMapType)
  @Allow('update', 'Journey')
  updateJourneyStage(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('name') name: string,
    @Args('lifecycle', lifecycleType) lifecycle: LifecycleEnum | null,
  ): Promise<JourneyMapType> {
    return this.stages.update(member, id, version, { name, lifecycle: lifecycle ?? null });
  }

  @Mutation(() => JourneyMapType)
  @Allow('update', 'Journey')
  moveJourneyStage(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('position', { type: () => Int }) position: number,
  ): Promise<JourneyMapType> {
    return this.stages.move(member, id, version, position);
  }

  @Mutation(() => JourneyMapType, { description: 'With all that stands in it; its touchpoints stay in the library.' })
  @Allow('update', 'Journey')
  removeJourneyStage(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<JourneyMapType> {
    return this.stages.remove(member, id, version);
  }

  @Mutation(() => JourneyStageType, { description: 'An empty text empties the cell.' })
  @Allow('update', 'Journey')
  setStageCell(
    @CurrentMember() member: MemberPrincipal,
    @Args('stageId', idType) stageId: string,
    @Args('lane', laneType) lane: LaneEnum,
    @Args('version', seenCellType) version: number,
    @Args('text') text: string,
    @Args('evidence', { type: () => String, nullable: true }) evidence: string | null,
    @Args('evidenceKind', { type: () => EvidenceKindEnum, nullable: true }) evidenceKind: EvidenceKindEnum | null,
    @Args('evidenceOn', { type: () => DateOnly, nullable: true }) evidenceOn: string | null,
  ): Promise<JourneyStageType> {
    return this.cells.set(member, stageId, lane, version, { text, evidence, evidenceKind, evidenceOn });
  }

  @Mutation(() => JourneyStageType, { description: 'Says that what the cell says still holds.' })
  @Allow('update', 'Journey')
  confirmStageCell(
    @CurrentMember() member: MemberPrincipal,
    @Args('stageId', idType) stageId: string,
    @Args('lane', laneType) lane: LaneEnum,
    @Args('version', versionType) version: number,
  ): Promise<JourneyStageType> {
    return this.cells.confirm(member, stageId, lane, version);
  }
}
