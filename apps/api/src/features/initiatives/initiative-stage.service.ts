import { Injectable } from '@nestjs/common';
import { enterStage, GATED_STAGES, type GatedStage, type InitiativeStage, ValidationError } from '@touchstone/domain';
import { insertRow } from '../../platform/database/change-row.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import { GatedStageEnum, type InitiativeStageEnum } from './initiative.enums.js';
import { FACTS_JSON } from './initiative-sql.js';
import type { InitiativeType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { LaunchSeals } from './launch-seals.js';
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
    private readonly seals: LaunchSeals,
  ) {}

  /** `at` is said where a step is taken in that was taken earlier. */
  enter(
    member: MemberPrincipal,
    id: string,
    version: number,
    wish: StageStepWish,
    at = new Date(),
  ): Promise<InitiativeType> {
    const reason = wish.reason.trim();
    if (reason.length > 2000)
      throw ValidationError.of('reason', 'too_long', 'Use at most 2000 characters.', { maximum: 2000 });
    return this.unitOfWork.write(member, async (transaction) => {
      demandVersion(await lockedInitiative(transaction, id, 'run'), version);
      const found = await factsOf(transaction, id);
      const launches = wish.to === 'launched';
      const launchedOn = launches ? wish.launchedOn : found.launchedOn;
      const day = launches && launchedOn !== null && launchedOn <= found.today ? launchedOn : null;
      const seal = day === null ? null : await this.seals.prepare(transaction, id, day, at);
      const registrations = found.registrations.map((each) => ({
        ...each,
        refusals: seal?.refusals.get(each.id)?.length ?? 0,
      }));
      const gathered = { ...found, registrations };
      const step = enterStage({ ...gathered, launchedOn, reason }, wish.to);
      if (!step.allowed) {
        const unmet = step.unmet.map((each) => {
          const { code, remedy, params } = named(each, gathered);
          return { path: 'stage', code, message: remedy, params: params as Record<string, string | number> };
        });
        const refused = [...(seal?.refusals ?? [])].flatMap(([registrationId, problems]) =>
          problems.map((each) => ({ ...each, path: `effects.${registrationId}.${each.path}` })),
        );
        throw new ValidationError([...unmet, ...refused]);
      }
      await enterIn(transaction, id, gathered, { ...wish, reason, launchedOn, at }, member.membershipId);
      await seal?.seal();
      return this.initiatives.oneIn(transaction, id);
    });
  }

  /** Takes a step that follows from what was found out, where nothing stands against it; false where something does. */
  async follow(transaction: Transaction, id: string, to: InitiativeStage, reason: string): Promise<boolean> {
    const gathered = await factsOf(transaction, id);
    if (!enterStage({ ...gathered, reason }, to).allowed) return false;
    await enterIn(transaction, id, gathered, { to, reason, launchedOn: gathered.launchedOn, at: new Date() }, null);
    return true;
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

async function enterIn(
  transaction: Transaction,
  id: string,
  from: GatheredFacts,
  { to, reason, launchedOn, at }: { to: InitiativeStage; reason: string; launchedOn: string | null; at: Date },
  changedBy: string | null,
): Promise<void> {
  const decision = from.gates.some((gate) => gate === to)
    ? from.decisions.find(({ opensStage }) => opensStage === to)
    : undefined;
  await transaction.query(
    `UPDATE initiative SET stage = $3, stage_since = $5, launched_on = $4, version = version + 1
     WHERE organization_id = $1 AND id = $2`,
    [transaction.organizationId, id, to, launchedOn, at],
  );
  await insertRow(transaction, 'stage_change', {
    id: newId(),
    initiative_id: id,
    from_stage: from.stage,
    to_stage: to,
    reason,
    decision_id: decision?.id ?? null,
    changed_by: changedBy,
    changed_at: at,
  });
  const changes = { stage: { before: from.stage, after: to }, launchedOn, decisionId: decision?.id };
  transaction.audit({ act: 'initiative.stage_entered', objectKind: 'Initiative', objectId: id, changes });
}

async function factsOf({ query, organizationId }: Transaction, id: string): Promise<GatheredFacts> {
  const [row] = await query<{ facts: GatheredFacts }>(
    `SELECT ${FACTS_JSON} AS facts FROM initiative i CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
     WHERE i.organization_id = $1 AND i.id = $2`,
    [organizationId, id],
  );
  return row!.facts;
}
