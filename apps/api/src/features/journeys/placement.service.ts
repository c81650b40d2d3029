import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { answerFromToday } from '../ownership/index.js';
import { type TouchpointInput, TouchpointService } from '../touchpoints/index.js';
import { checkedEvidence } from './checked-evidence.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { EvidenceKindEnum, FactorEnum } from './journey.enums.js';
import type { PlacementInput } from './journey.input.js';
import type { JourneyMapType } from './journey.type.js';
import { actorOf, openStage } from './open-map.js';
import { PlacementEntity } from './placement.entity.js';
import { placed } from './stage.service.js';

/** Touchpoints of the library in the stages of a map: where they stand, what they weigh and how they feel. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maps: JourneyMapReadModel,
    private readonly changes: JourneyChanges,
    private readonly library: TouchpointService,
  ) {}

  place(
    principal: Principal,
    stageId: string,
    touchpointId: string,
    position: number | null,
    input: PlacementInput = {},
  ): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) =>
      this.told(transaction, await this.placeIn(transaction, stageId, touchpointId, position, input)),
    );
  }

  /** Gives the journey that it now stands in. */
  async placeIn(
    transaction: Transaction,
    stageId: string,
    touchpointId: string,
    position: number | null,
    input: PlacementInput = {},
  ): Promise<string> {
    const feeling = checked(input);
    const journeyId = await openStage(transaction, stageId, 'UPDATE');
    await demandTouchpoint(transaction, touchpointId);
    const order = await this.order(transaction, stageId);
    await refuseTwice(transaction, stageId, touchpointId);
    const { organizationId, manager } = transaction;
    const id = newId();
    const row = { organizationId, id, stageId, touchpointId, position: order.length, ...feeling };
    await manager.getRepository(PlacementEntity).insert({ ...row, confirmedBy: actorOf(transaction) });
    await this.arrange(transaction, placed(order, id, position ?? order.length));
    const changes = { journeyId, stageId, touchpointId };
    transaction.audit({ act: 'placement.added', objectKind: 'TouchpointPlacement', objectId: id, changes });
    return journeyId;
  }

  /** Into the library and into the stage at once, with the team that answers for it from today on. */
  placeNew(
    principal: Principal,
    stageId: string,
    touchpoint: TouchpointInput,
    teamId: string | null,
  ): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await openStage(transaction, stageId, 'UPDATE');
      const touchpointId = await this.library.createIn(transaction, touchpoint);
      if (teamId) await answerFromToday(transaction, touchpointId, teamId);
      return this.told(transaction, await this.placeIn(transaction, stageId, touchpointId, null));
    });
  }

  /** What it weighs and how it feels; whoever says so has thereby confirmed it. */
  update(principal: Principal, id: string, version: number, input: PlacementInput): Promise<JourneyMapType> {
    const feeling = checked(input);
    return this.change(principal, id, version, 'placement.updated', async (transaction) => {
      const repository = transaction.manager.getRepository(PlacementEntity);
      const confirmed = { confirmedAt: new Date(), confirmedBy: actorOf(transaction), version: version + 1 };
      await repository.update({ organizationId: transaction.organizationId, id }, { ...feeling, ...confirmed });
      return { factor: feeling.factor, emotion: feeling.emotion };
    });
  }

  /** Within its stage or into another stage of the same journey. */
  move(principal: Principal, id: string, version: number, stageId: string, position: number): Promise<JourneyMapType> {
    return this.change(principal, id, version, 'placement.moved', async (transaction, placement, journeyId) => {
      if ((await openStage(transaction, stageId, 'UPDATE')) !== journeyId) throw new NotFoundError('Stage');
      const { organizationId, query } = transaction;
      if (stageId !== placement.stageId) await refuseTwice(transaction, stageId, placement.touchpointId);
      const order = await this.order(transaction, stageId);
      await query(
        `UPDATE touchpoint_placement SET stage_id = $3, position = $4, version = version + 1
         WHERE organization_id = $1 AND id = $2`,
        [organizationId, id, stageId, stageId === placement.stageId ? placement.position : order.length],
      );
      await this.arrange(transaction, placed(order, id, position));
      if (stageId !== placement.stageId) {
        await this.arrange(transaction, await this.order(transaction, placement.stageId));
      }
      return { stageId: { before: placement.stageId, after: stageId }, position };
    });
  }

  /** From the stage, not from the library. */
  remove(principal: Principal, id: string, version: number): Promise<JourneyMapType> {
    return this.change(principal, id, version, 'placement.removed', async (transaction, placement) => {
      const { organizationId, manager } = transaction;
      await manager.getRepository(PlacementEntity).delete({ organizationId, id });
      await this.arrange(transaction, await this.order(transaction, placement.stageId));
      return { stageId: placement.stageId, touchpointId: placement.touchpointId };
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    work: (transaction: Transaction, placement: PlacementEntity, journeyId: string) => Promise<Record<string, unknown>>,
  ): Promise<JourneyMapType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const placements = manager.getRepository(PlacementEntity);
      const found = await placements.findOneBy({ organizationId, id: rowId(id, 'Placement') });
      if (!found) throw new NotFoundError('Placement');
      const journeyId = await openStage(transaction, found.stageId, 'UPDATE');
      // Read again now that nobody else can change it.
      const placement = await placements.findOneBy({ organizationId, id });
      if (!placement) throw new NotFoundError('Placement');
      if (placement.version !== version) {
        const factor = placement.factor && graphqlName(FactorEnum, placement.factor);
        const evidenceKind = placement.evidenceKind && graphqlName(EvidenceKindEnum, placement.evidenceKind);
        throw new ConflictError('Placement', { ...placement, factor, evidenceKind });
      }
      const changes = { journeyId, ...(await work(transaction, placement, journeyId)) };
      transaction.audit({ act, objectKind: 'TouchpointPlacement', objectId: id, changes });
      return this.told(transaction, journeyId);
    });
  }

  private async told(transaction: Transaction, journeyId: string): Promise<JourneyMapType> {
    await this.changes.tell(transaction, journeyId);
    return this.maps.mapIn(transaction, journeyId);
  }

  private async order({ query, organizationId }: Transaction, stageId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      'SELECT id FROM touchpoint_placement WHERE organization_id = $1 AND stage_id = $2 ORDER BY position',
      [organizationId, stageId],
    );
    return rows.map(({ id }) => id);
  }

  private async arrange({ query, organizationId }: Transaction, ids: readonly string[]): Promise<void> {
    await query(
      `UPDATE touchpoint_placement p SET position = o.place - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
       WHERE p.organization_id = $1 AND p.id = o.id AND p.position <> o.place - 1`,
      [organizationId, ids],
    );
  }
}

async function demandTouchpoint({ query, organizationId }: Transaction, id: string): Promise<void> {
  const [touchpoint] = await query<{ archived: boolean }>(
    'SELECT archived_at IS NOT NULL AS archived FROM touchpoint WHERE organization_id = $1 AND id = $2 FOR SHARE',
    [organizationId, rowId(id, 'Touchpoint')],
  );
  if (!touchpoint) throw new NotFoundError('Touchpoint');
  if (touchpoint.archived) throw new RuleError('ARCHIVED', 'The touchpoint is archived.');
}

async function refuseTwice({ query, organizationId }: Transaction, stageId: string, touchpointId: string) {
  const [there] = await query(
    'SELECT id FROM touchpoint_placement WHERE organization_id = $1 AND stage_id = $2 AND touchpoint_id = $3',
    [organizationId, stageId, touchpointId],
  );
  if (there) throw ValidationError.of('touchpointId', 'taken', 'It stands in this stage already.');
}

/** An emotion always says how it is known: asked of so many customers, or judged by somebody. */
function checked(input: PlacementInput) {
  const emotion = input.emotion ?? null;
  const emotionN = input.emotionN ?? null;
  const emotionJudgedBy = input.emotionJudgedBy?.trim() || null;
  const sources = Number(emotionN !== null) + Number(emotionJudgedBy !== null);
  if (emotion !== null && sources !== 1) {
    const message = 'Say either how many customers were asked or who judged it.';
    throw ValidationError.of('emotionN', sources === 0 ? 'required' : 'one_source', message);
  }
  if (emotion === null && sources > 0) {
    throw ValidationError.of('emotion', 'required', 'Say what the emotion is that they speak of.');
  }
  const expectation = input.expectation?.trim() || null;
  return { factor: input.factor ?? null, emotion, emotionN, emotionJudgedBy, expectation, ...checkedEvidence(input) };
}
