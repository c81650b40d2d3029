import { Injectable } from '@nestjs/common';
import { enterStage, GATED_STAGES, type GatedStage, ValidationError } from '@touchstone/domain';
import { insertRow } from '../../platform/database/change-row.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import { GatedStageEnum, type InitiativeStageEnum } from './initiative.enums.js';
import { FACTS_JSON } from './initiative-sql.js';
import type { InitiativeType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { demandVersion, lockedInitiative } from './locked-initiative.js';
import { type GatheredFacts, named } from './stage-steps.js';

export interface StageStepWish {
  readonly to: InitiativeStageEnum;
  readonly reason: string;
  /** The day of the launch, for the step that launches. */
  readonly launchedOn: string | null;
}

/** Moves initiatives from stage to stage, and says which stages need a decision in this organisation. */
@Injectable()
export class InitiativeStageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativesReadModel,
  ) {}

  enter(member: MemberPrincipal, id: string, version: number, wish: StageStepWish): Promise<InitiativeType> {
    const reason = wish.reason.trim();
    if (reason.length > 2000)
      throw ValidationError.of('reason', 'too_long', 'Use at most 2000 characters.', { maximum: 2000 });
    return this.unitOfWork.write(member, async (transaction) => {
      demandVersion(await lockedInitiative(transaction, id, 'run'), version);
      const gathered = await factsOf(transaction, id);
      const launchedOn = wish.to === 'launched' ? wish.launchedOn : gathered.launchedOn;
      const step = enterStage({ ...gathered, launchedOn, reason }, wish.to);
      if (!step.allowed) {
        throw new ValidationError(
          step.unmet.map((each) => {
            const { code, remedy, params } = named(each, gathered);
            return { path: 'stage', code, message: remedy, params: params as Record<string, string | number> };
          }),
        );
      }
      const decision = gathered.gates.some((gate) => gate === wish.to)
        ? gathered.decisions.find(({ opensStage }) => opensStage === wish.to)
        : undefined;
      await transaction.query(
        `UPDATE initiative SET stage = $3, stage_since = now(), launched_on = $4, version = version + 1
         WHERE organization_id = $1 AND id = $2`,
        [transaction.organizationId, id, wish.to, launchedOn],
      );
      await insertRow(transaction, 'stage_change', {
        id: newId(),
        initiative_id: id,
        from_stage: gathered.stage,
        to_stage: wish.to,
        reason,
        decision_id: decision?.id ?? null,
        changed_by: member.membershipId,
      });
      const changes = { stage: { before: gathered.stage, after: wish.to }, launchedOn, decisionId: decision?.id };
      transaction.audit({ act: 'initiative.stage_entered', objectKind: 'Initiative', objectId: id, changes });
      return this.initiatives.oneIn(transaction, id);
    });
  }

  async gates(member: MemberPrincipal): Promise<GatedStageEnum[]> {
    const rows = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ stage: GatedStage }>('SELECT stage FROM stage_gate WHERE organization_id = $1', [organizationId]),
    );
    return inOrder(rows.map(({ stage }) => stage));
  }

  setGates(member: MemberPrincipal, stages: readonly GatedStageEnum[]): Promise<GatedStageEnum[]> {
    return this.unitOfWork.write(member, async ({ query, organizationId, audit }) => {
      await query('DELETE FROM stage_gate WHERE organization_id = $1 AND stage <> ALL($2)', [organizationId, stages]);
      await query(
        `INSERT INTO stage_gate (organization_id, stage) SELECT $1::uuid, unnest($2::text[]) ON CONFLICT DO NOTHING`,
        [organizationId, stages],
      );
      audit({ act: 'stage_gates.set', objectKind: 'Organization', objectId: organizationId, changes: { stages } });
      return inOrder(stages);
    });
  }
}

const inOrder = (stages: readonly string[]): GatedStageEnum[] =>
  GATED_STAGES.filter((stage) => stages.includes(stage)) as GatedStageEnum[];

async function factsOf({ query, organizationId }: Transaction, id: string): Promise<GatheredFacts> {
  const [row] = await query<{ facts: GatheredFacts }>(
    `SELECT ${FACTS_JSON} AS facts FROM initiative i CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
     WHERE i.organization_id = $1 AND i.id = $2`,
    [organizationId, id],
  );
  return row!.facts;
}
