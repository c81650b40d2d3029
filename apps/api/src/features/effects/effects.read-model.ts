import { Injectable } from '@nestjs/common';
import { type EffectPlan, type EffectTarget, falseDiscovery, NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { portfolioSql } from '../initiatives/index.js';
import { todayOf } from '../touchpoints/index.js';
import { type EffectRow, registrationOf, sealedContent, sealOf } from './effect-row.js';
import { AROUND_REGISTRATION, latestVerdict, REGISTRATION_JSON } from './effect-sql.js';
import type {
  EffectPlanType,
  EffectPointType,
  EffectRegistrationType,
  EffectTallyType,
  EffectTargetType,
  EffectVerdictType,
} from './effect.type.js';

interface RegistrationAnswer {
  readonly row: EffectRow;
  readonly metricName: string;
  readonly unit: string;
  readonly controlName: string | null;
  readonly sealedByName: string | null;
  readonly withdrawnByName: string | null;
  readonly verdicts: EffectVerdictType[];
  readonly points: EffectPointType[] | null;
  readonly due: boolean;
  readonly mayUpdate: boolean;
}

type TallyRow = Omit<EffectTallyType, 'tested' | 'expectedByChance' | 'doubtful'> & {
  readonly judged: { id: string; initiativeId: string; verdict: 'proven' | 'not_proven' | 'worse'; p: number | null }[];
};

/** What was promised and what became of it: one statement each. */
@Injectable()
export class EffectsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of one initiative, withdrawn ones included. */
  async ofInitiative(member: MemberPrincipal, initiativeId: string): Promise<EffectRegistrationType[]> {
    const id = rowId(initiativeId, 'Initiative');
    const rows = await this.unitOfWork.read(member, (transaction) =>
      registrations(transaction, 'initiative x', 'x.organization_id = $1 AND x.id = $2', 'r.initiative_id = x.id', id),
    );
    if (rows.length === 0) throw new NotFoundError('Initiative');
    return rows.filter((each) => each !== null);
  }

  async oneIn(transaction: Transaction, id: string): Promise<EffectRegistrationType> {
    const [found] = await registrations(transaction, '(SELECT 1) x', 'true', 'r.id = $2', rowId(id, 'Effect'));
    if (!found) throw new NotFoundError('Effect');
    return found;
  }

  /** Everything a verdict was computed from, with what was sealed. */
  async inputs(member: MemberPrincipal, verdictId: string): Promise<object> {
    const [found] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ row: EffectRow; verdict: object }>(
        `SELECT to_jsonb(r) AS row, (to_jsonb(v) - '{organization_id,fingerprint}'::text[])
           || jsonb_build_object('fingerprint', encode(v.fingerprint, 'hex')) AS verdict
         FROM effect_verdict v
         JOIN effect_registration r ON r.organization_id = v.organization_id AND r.id = v.registration_id
         WHERE v.organization_id = $1 AND v.id = $2`,
        [organizationId, rowId(verdictId, 'EffectVerdict')],
      ),
    );
    if (!found) throw new NotFoundError('EffectVerdict');
    return { sealed: sealedContent(found.row), seal: hexOf(found.row.seal), verdict: found.verdict };
  }

  async tally(member: MemberPrincipal): Promise<EffectTallyType> {
    const [row] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<TallyRow>(TALLY, [organizationId]),
    );
    const { judged, ...counts } = row!;
    const note = falseDiscovery(judged);
    const doubtful = judged
      .filter(({ id }) => note.doubtful.includes(id))
      .map(({ id, initiativeId }) => ({ registrationId: id, initiativeId, adjustedP: note.adjusted.get(id)! }));
    return { ...counts, tested: note.tested, expectedByChance: note.expectedByChance, doubtful };
  }
}

/** Those of something that exists, one row each; a single null where it has none. */
async function registrations(
  { query, organizationId, principal }: Transaction,
  from: string,
  exists: string,
  which: string,
  id: string,
): Promise<(EffectRegistrationType | null)[]> {
  const may = abilityToSql(abilityOf(principal), 'update', 'Effect', { teamId: 'i.team_id' }, 3);
  const rows = await query<{ effect: Omit<RegistrationAnswer, 'mayUpdate'> | null; mayUpdate: boolean | null }>(
    `SELECT e.effect, e.may AS "mayUpdate" FROM ${from} LEFT JOIN LATERAL (
       SELECT ${REGISTRATION_JSON} AS effect, ${may.sql} AND i.archived_at IS NULL AS may,
         r.withdrawn_at IS NOT NULL AS withdrawn, r.created_at, r.id
       FROM effect_registration r ${AROUND_REGISTRATION} CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
       WHERE r.organization_id = $1 AND ${which}) e ON true
     WHERE ${exists} ORDER BY e.withdrawn, e.created_at, e.id`,
    [organizationId, id, ...may.parameters],
  );
  return rows.map(({ effect, mayUpdate }) => effect && typeOf({ ...effect, mayUpdate: mayUpdate === true }));
}

const hexOf = (bytes: string | null): string | null => bytes?.replace(/^\\x/, '') ?? null;

const targetOf = ({ metricId, segment }: EffectTarget, metricName: string): EffectTargetType => ({
  metricId,
  metricName,
  segment,
});

export const planTypeOf = (plan: EffectPlan | null): EffectPlanType | null =>
  plan && {
    requiredN: plan.requiredN,
    requiredBuckets: plan.requiredBuckets,
    minimumDetectableEffect: plan.minimumDetectableEffect,
    designEffect: plan.designEffect,
    baselineN: plan.baseline.n,
    baselineValue: plan.baseline.value,
    baselineBuckets: plan.baseline.buckets,
    bucketSd: plan.baseline.bucketSd,
    rho: plan.baseline.rho,
  };

function typeOf({ row, controlName, metricName, points, ...rest }: RegistrationAnswer): EffectRegistrationType {
  const registration = registrationOf(row);
  const seal = hexOf(row.seal);
  return {
    ...registration,
    ...rest,
    ...targetOf(registration, metricName),
    control: registration.control && targetOf(registration.control, controlName ?? ''),
    id: row.id,
    watchDays: row.watch_days,
    plan: planTypeOf(row.plan.effect ?? null),
    sealedAt: row.sealed_at as Date | null,
    seal,
    sealIntact: seal === null ? null : sealOf(row).toString('hex') === seal,
    sealedBaseline: row.plan.baseline ?? null,
    withdrawnAt: row.withdrawn_at as Date | null,
    withdrawnReason: row.withdrawn_reason,
    points: points ?? [],
    version: row.version,
  } as EffectRegistrationType;
}

const TALLY = `
  WITH live AS (
    SELECT i.id FROM initiative i
    WHERE i.organization_id = $1 AND ${portfolioSql.HAS_LAUNCHED}
  ), sealed AS (
    SELECT r.id, r.initiative_id, ${latestVerdict('evaluation')} AS verdict, ${latestVerdict('evaluation', 'v.p')} AS p,
      ${latestVerdict('watch')} AS watch
    FROM effect_registration r
    WHERE r.organization_id = $1 AND r.sealed_at IS NOT NULL AND r.withdrawn_at IS NULL
      AND r.initiative_id IN (SELECT id FROM live)
  )
  SELECT (SELECT count(*)::int FROM live) AS launched,
    count(DISTINCT initiative_id)::int AS registered,
    (count(*) FILTER (WHERE verdict IS NULL))::int AS waiting,
    (count(*) FILTER (WHERE verdict = 'proven'))::int AS proven,
    (count(*) FILTER (WHERE verdict = 'not_proven'))::int AS "notProven",
    (count(*) FILTER (WHERE verdict = 'worse'))::int AS worse,
    (count(*) FILTER (WHERE verdict = 'insufficient'))::int AS insufficient,
    (count(*) FILTER (WHERE verdict = 'proven' AND watch = 'faded'))::int AS faded,
    coalesce(json_agg(json_build_object('id', id, 'initiativeId', initiative_id, 'verdict', verdict, 'p', p) ORDER BY id)
      FILTER (WHERE verdict IN ('proven', 'not_proven', 'worse')), '[]') AS judged
  FROM sealed`;
