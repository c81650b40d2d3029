import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  NotFoundError,
  type OwnershipPeriod,
  planReorganisation,
  type ReorganisationPlan,
  ValidationError,
} from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ResponsibilityEnum, todayOf } from '../touchpoints/index.js';
import type { ReorganisationInput } from './ownership.input.js';
import type { ReorganisationType } from './ownership.type.js';

interface Stage {
  readonly today: string;
  readonly from: { name: string; archived: boolean };
  readonly to: { name: string; archived: boolean };
  readonly periods: readonly (OwnershipPeriod & { touchpointName: string })[];
  /** Those of the named touchpoints that exist. */
  readonly known: readonly { id: string; name: string }[];
}

/** "From this day on, that team hands these touchpoints to this one": looked at first, then done whole or not at all. */
@Injectable()
export class ReorganisationService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  preview(principal: Principal, input: ReorganisationInput): Promise<ReorganisationType> {
    return this.unitOfWork.read(principal, async (transaction) => {
      const stage = await read(transaction, input);
      const plan = planReorganisation(stage.periods, input);
      demandSense(stage, plan, input);
      return present(stage, plan, input);
    });
  }

  carryOut(principal: Principal, input: ReorganisationInput, planKey: string): Promise<ReorganisationType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await lock(transaction, input);
      const stage = await read(transaction, input);
      const plan = planReorganisation(stage.periods, input);
      demandSense(stage, plan, input);
      const outcome = present(stage, plan, input);
      if (outcome.planKey !== planKey) {
        const handedOver = outcome.handedOver.map((period) => ({
          ...period,
          responsibility: graphqlName(ResponsibilityEnum, period.responsibility),
        }));
        throw new ConflictError('Ownership', { ...outcome, handedOver });
      }
      await write(transaction, plan, input.day);
      transaction.audit({
        act: 'ownership.reorganised',
        objectKind: 'Team',
        objectId: input.fromTeamId,
        changes: {
          toTeamId: input.toTeamId,
          day: input.day,
          ended: plan.closed.map(({ id }) => id),
          withdrawn: plan.withdrawn.map(({ id }) => id),
          touchpointIds: touchpointsOf(plan),
        },
      });
      return outcome;
    });
  }
}

const touchpointsOf = ({ closed, withdrawn }: ReorganisationPlan): string[] => [
  ...new Set([...closed, ...withdrawn].map(({ touchpointId }) => touchpointId)),
];

/** Teams before touchpoints, each in one order: whoever assigns at the same time waits and does not wait for us in turn. */
async function lock({ query, organizationId }: Transaction, input: ReorganisationInput): Promise<void> {
  const teamIds = [rowId(input.fromTeamId, 'Team'), rowId(input.toTeamId, 'Team')];
  await query('SELECT FROM team WHERE organization_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [
    organizationId,
    teamIds,
  ]);
  await query(
    `SELECT FROM touchpoint t WHERE t.organization_id = $1 AND EXISTS (
       SELECT FROM ownership o WHERE o.organization_id = $1 AND o.touchpoint_id = t.id AND o.team_id = ANY($2))
     ORDER BY t.id FOR UPDATE`,
    [organizationId, teamIds],
  );
}

async function read({ query, organizationId }: Transaction, input: ReorganisationInput): Promise<Stage> {
  const named = input.touchpointIds?.map((id) => rowId(id, 'Touchpoint')) ?? null;
  const [stage] = await query<Omit<Stage, 'from' | 'to'> & { from: Stage['from'] | null; to: Stage['to'] | null }>(
    `SELECT to_char(${todayOf('$1')}, 'YYYY-MM-DD') AS today, ${teamJson('$2')} AS "from", ${teamJson('$3')} AS "to",
       (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name)), '[]') FROM touchpoint t
        WHERE t.organization_id = $1 AND t.id = ANY($4::uuid[])) AS known,
       (SELECT coalesce(json_agg(json_build_object(
          'id', o.id, 'touchpointId', o.touchpoint_id, 'touchpointName', t.name, 'teamId', o.team_id,
          'responsibility', o.responsibility, 'validFrom', o.valid_from, 'validTo', o.valid_to)
          ORDER BY lower(t.name), o.valid_from, o.id), '[]')
        FROM ownership o JOIN touchpoint t ON t.organization_id = o.organization_id AND t.id = o.touchpoint_id
        WHERE o.organization_id = $1 AND o.team_id IN ($2, $3)) AS periods`,
    [organizationId, rowId(input.fromTeamId, 'Team'), rowId(input.toTeamId, 'Team'), named],
  );
  const { from, to } = stage ?? {};
  if (!stage || !from || !to) throw new NotFoundError('Team');
  if (named && new Set(named).size !== stage.known.length) throw new NotFoundError('Touchpoint');
  return { ...stage, from, to };
}

const teamJson = (id: string): string => `
  (SELECT json_build_object('name', name, 'archived', archived_at IS NOT NULL) FROM team
   WHERE organization_id = $1 AND id = ${id}::uuid)`;

function demandSense({ to, known }: Stage, plan: ReorganisationPlan, input: ReorganisationInput): void {
  if (input.fromTeamId === input.toTeamId) {
    throw ValidationError.of('toTeamId', 'same_team', 'Choose another team than the one that hands over.');
  }
  if (to.archived) throw ValidationError.of('toTeamId', 'archived', 'An archived team takes nothing over.');
  const theirs = new Set(touchpointsOf(plan));
  const foreign = known.filter(({ id }) => !theirs.has(id)).map(({ name }) => name);
  if (foreign.length > 0) {
    throw ValidationError.of(
      'touchpointIds',
      'not_theirs',
      `From that day on the team has no part in: ${foreign.join(', ')}.`,
      { names: foreign.join(', ') },
    );
  }
  if (theirs.size === 0) {
    throw ValidationError.of(
      'fromTeamId',
      'nothing_to_hand_over',
      'From that day on this team has nothing to hand over.',
    );
  }
}

function present(stage: Stage, plan: ReorganisationPlan, input: ReorganisationInput): ReorganisationType {
  const names = new Map(stage.periods.map(({ touchpointId, touchpointName }) => [touchpointId, touchpointName]));
  const { closed, withdrawn, opened } = plan;
  const content = [input.fromTeamId, input.toTeamId, input.day, ids(closed), ids(withdrawn), opened];
  return {
    planKey: createHash('sha256').update(JSON.stringify(content)).digest('base64url'),
    day: input.day,
    backdated: input.day < stage.today,
    fromTeamName: stage.from.name,
    toTeamName: stage.to.name,
    touchpointCount: touchpointsOf(plan).length,
    endedCount: closed.length,
    withdrawnCount: withdrawn.length,
    touchpoints: touchpointsOf(plan)
      .map((touchpointId) => ({ touchpointId, touchpointName: names.get(touchpointId) ?? '' }))
      .sort((one, other) => one.touchpointName.localeCompare(other.touchpointName)),
    handedOver: opened.map(({ touchpointId, responsibility, validFrom, validTo }) => ({
      touchpointId,
      touchpointName: names.get(touchpointId) ?? '',
      responsibility,
      validFrom,
      validTo,
    })),
  };
}

const ids = (periods: readonly { id: string }[]): string[] => periods.map(({ id }) => id).sort();

async function write(transaction: Transaction, plan: ReorganisationPlan, day: string): Promise<void> {
  const { query, organizationId, principal } = transaction;
  await query('UPDATE ownership SET valid_to = $3 WHERE organization_id = $1 AND id = ANY($2)', [
    organizationId,
    ids(plan.closed),
    day,
  ]);
  await query('DELETE FROM ownership WHERE organization_id = $1 AND id = ANY($2)', [
    organizationId,
    ids(plan.withdrawn),
  ]);
  const { opened } = plan;
  await query(
    `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from, valid_to, created_by)
     SELECT $1, *, $8 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[])`,
    [
      organizationId,
      opened.map(() => newId()),
      opened.map(({ touchpointId }) => touchpointId),
      opened.map(({ teamId }) => teamId),
      opened.map(({ responsibility }) => responsibility),
      opened.map(({ validFrom }) => validFrom),
      opened.map(({ validTo }) => validTo),
      principal.kind === 'member' ? principal.membershipId : null,
    ],
  );
}
