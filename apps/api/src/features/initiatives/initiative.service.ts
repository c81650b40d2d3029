import { Injectable } from '@nestjs/common';
import { RuleError, ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { nextNumber } from '../../platform/database/next-number.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { demandChoosable, demandTeamAllowed } from './demand.js';
import type { InitiativeGapInput, InitiativeInput } from './initiative.input.js';
import { initiativeValues, type InitiativeValues } from './initiative-values.js';
import type { InitiativeType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { demandVersion, lockedInitiative } from './locked-initiative.js';

/** Starts initiatives, from an opportunity or a gap or from scratch, and keeps what is said of them. */
@Injectable()
export class InitiativeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativesReadModel,
  ) {}

  create(member: MemberPrincipal, input: InitiativeInput, opportunityId: string | null): Promise<InitiativeType> {
    const values = initiativeValues(input);
    return this.unitOfWork.write(member, async (transaction) => {
      await demandChosen(transaction, values, null);
      demandTeamAllowed(member, values.team_id);
      await demandChoosable(transaction, 'opportunity', 'opportunityId', [opportunityId]);
      const id = newId();
      const number = await nextNumber(transaction, 'initiative');
      const createdBy = member.membershipId;
      const row = { id, number, ...values, opportunity_id: opportunityId, created_by: createdBy };
      await insertRow(transaction, 'initiative', row);
      await insertRow(transaction, 'stage_change', {
        id: newId(),
        initiative_id: id,
        to_stage: 'proposed',
        changed_by: createdBy,
      });
      if (opportunityId) await takeOpportunity(transaction, id, opportunityId);
      await this.link(transaction, id, input);
      const changes = { ...values, number, opportunityId };
      transaction.audit({ act: 'initiative.created', objectKind: 'Initiative', objectId: id, changes });
      return this.initiatives.oneIn(transaction, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: InitiativeInput): Promise<InitiativeType> {
    const values = initiativeValues(input);
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await lockedInitiative(transaction, id, 'update');
      demandVersion(before, version);
      await demandChosen(transaction, values, before);
      if (values.team_id !== before.team_id) demandTeamAllowed(member, values.team_id);
      await this.link(transaction, id, input);
      await changeRow(transaction, 'initiative', 'Initiative', id, version, values);
      const changes = { ...changedFields<Partial<InitiativeValues>>(before, values), ...linksOf(input) };
      transaction.audit({ act: 'initiative.updated', objectKind: 'Initiative', objectId: id, changes });
      return this.initiatives.oneIn(transaction, id);
    });
  }

  archive(member: MemberPrincipal, id: string, version: number, archived: boolean): Promise<InitiativeType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await lockedInitiative(transaction, id, 'archive');
      demandVersion(before, version);
      // What is archived is counted no more; what was launched is, whatever came of it.
      if (archived && before.launched_on !== null)
        throw new RuleError('INITIATIVE_LAUNCHED', 'What was launched stays counted.');
      const archivedAt = archived ? new Date() : null;
      await changeRow(transaction, 'initiative', 'Initiative', id, version, { archived_at: archivedAt });
      const act = archived ? 'initiative.archived' : 'initiative.restored';
      transaction.audit({ act, objectKind: 'Initiative', objectId: id });
      return this.initiatives.oneIn(transaction, id);
    });
  }

  private async link(transaction: Transaction, id: string, input: InitiativeInput): Promise<void> {
    if (input.painPointIds) await setLinks(transaction, id, 'pain_point', 'painPointIds', input.painPointIds);
    if (input.touchpointIds) await setLinks(transaction, id, 'touchpoint', 'touchpointIds', input.touchpointIds);
    if (input.gaps) await setGaps(transaction, id, input.gaps);
  }
}

/** What stands there already may stay, also when nobody could choose it any more. */
async function demandChosen(
  transaction: Transaction,
  values: InitiativeValues,
  before: InitiativeValues | null,
): Promise<void> {
  if (values.team_id !== before?.team_id) await demandChoosable(transaction, 'team', 'teamId', [values.team_id]);
  if (values.owner_id !== before?.owner_id)
    await demandChoosable(transaction, 'membership', 'ownerId', [values.owner_id]);
  if (values.sponsor_id !== before?.sponsor_id)
    await demandChoosable(transaction, 'membership', 'sponsorId', [values.sponsor_id]);
}

const linksOf = ({ painPointIds, touchpointIds, gaps }: InitiativeInput) => ({
  ...(painPointIds && { painPointIds }),
  ...(touchpointIds && { touchpointIds }),
  ...(gaps && { gaps }),
});

/** An opportunity that is acted upon is open no more, and its pain points are those of the initiative. */
async function takeOpportunity({ query, organizationId }: Transaction, id: string, opportunityId: string) {
  await query(
    `UPDATE opportunity SET state = 'taken', version = version + 1
     WHERE organization_id = $1 AND id = $2 AND state <> 'taken'`,
    [organizationId, opportunityId],
  );
  await query(
    `INSERT INTO initiative_pain_point (organization_id, initiative_id, pain_point_id)
     SELECT organization_id, $3::uuid, pain_point_id FROM opportunity_pain_point WHERE organization_id = $1 AND opportunity_id = $2`,
    [organizationId, opportunityId, id],
  );
}

async function setLinks(
  transaction: Transaction,
  id: string,
  kind: 'pain_point' | 'touchpoint',
  path: string,
  ids: readonly string[],
): Promise<void> {
  const { query, organizationId } = transaction;
  const there = await query<{ id: string }>(
    `SELECT ${kind}_id AS id FROM initiative_${kind} WHERE organization_id = $1 AND initiative_id = $2`,
    [organizationId, id],
  );
  const added = ids.filter((each) => !there.some((old) => old.id === each));
  await demandChoosable(transaction, kind, path, added);
  await query(
    `DELETE FROM initiative_${kind} WHERE organization_id = $1 AND initiative_id = $2 AND ${kind}_id <> ALL($3)`,
    [organizationId, id, ids],
  );
  await query(
    `INSERT INTO initiative_${kind} (organization_id, initiative_id, ${kind}_id)
     SELECT $1::uuid, $2::uuid, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
    [organizationId, id, added],
  );
}

const MOST_GAPS = 100;

/**
 * Gaps of assessments that the principal may read; those of others stay where they are, unseen. A gap is a dimension or a
 * practice of the model that the assessment uses.
 */
async function setGaps(transaction: Transaction, id: string, gaps: readonly InitiativeGapInput[]): Promise<void> {
  // Each costs a statement while the initiative is held.
  if (gaps.length > MOST_GAPS)
    throw ValidationError.of('gaps', 'too_many', `Link at most ${MOST_GAPS} gaps.`, { maximum: MOST_GAPS });
  const { query, organizationId, principal } = transaction;
  const readable = abilityToSql(abilityOf(principal), 'read', 'Assessment', { state: 'a.state' }, 3);
  await query(
    `DELETE FROM initiative_gap g USING assessment a WHERE g.organization_id = $1 AND g.initiative_id = $2
       AND a.organization_id = g.organization_id AND a.id = g.assessment_id AND ${readable.sql}`,
    [organizationId, id, ...readable.parameters],
  );
  for (const [index, gap] of gaps.entries()) {
    const reads = abilityToSql(abilityOf(principal), 'read', 'Assessment', { state: 'a.state' }, 7);
    const added = isUuid(gap.assessmentId)
      ? await query(
          `INSERT INTO initiative_gap (organization_id, id, initiative_id, assessment_id, node_id, target_level)
           SELECT $1::uuid, $2::uuid, $3::uuid, a.id, $5::text, $6::float8 FROM assessment a
           WHERE a.organization_id = $1 AND a.id = $4 AND ${reads.sql} AND EXISTS (SELECT FROM model_node n
             WHERE n.organization_id = $1 AND n.model_version_id = a.model_version_id AND n.node_id = $5
               AND n.node_kind IN ('dimension', 'practice'))
           ON CONFLICT (organization_id, initiative_id, assessment_id, node_id) DO UPDATE SET target_level = excluded.target_level
           RETURNING id`,
          [organizationId, newId(), id, gap.assessmentId, gap.nodeId, gap.targetLevel ?? null, ...reads.parameters],
        )
      : [];
    if (added.length === 0)
      throw ValidationError.of(`gaps.${index}`, 'unknown', 'This assessment or this part of its model does not exist.');
  }
}
