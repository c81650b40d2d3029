import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { plainName } from '../observations/index.js';
import { accountableTeam } from '../pain-points/index.js';

export interface KnownTouchpoint {
  readonly id: string;
  readonly name: string;
  /** The team that answers for it today, by name. */
  readonly team: string | null;
  /** Whether what was said there may be brought in. */
  readonly allowed: boolean;
}

export interface FeedbackContext {
  readonly timeZone: string;
  readonly touchpoints: ReadonlyMap<string, KnownTouchpoint>;
  /** By plain name; names are taken once. */
  readonly touchpointsByName: ReadonlyMap<string, KnownTouchpoint>;
  readonly personasByName: ReadonlyMap<string, string>;
  /** Also what was said at no touchpoint in particular. */
  readonly anywhere: boolean;
}

interface ContextRow {
  readonly timeZone: string;
  readonly anywhere: boolean;
  readonly touchpoints: KnownTouchpoint[];
  readonly personas: { readonly id: string; readonly name: string }[];
}

/** What a row of a file may name, and for which touchpoints the reader may bring feedback in. */
export async function feedbackContext(transaction: Transaction, principal: Principal): Promise<FeedbackContext> {
  const ability = abilityOf(principal);
  const at = abilityToSql(ability, 'run', 'Feedback', { teamId: 'a.team_id' }, 2);
  const nowhere = abilityToSql(ability, 'run', 'Feedback', { teamId: 'NULL::uuid' }, 2 + at.parameters.length);
  const [row] = await transaction.query<ContextRow>(
    `SELECT o.time_zone AS "timeZone", coalesce(${nowhere.sql}, false) AS anywhere,
       (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'team', team.name,
            'allowed', coalesce(${at.sql}, false)) ORDER BY lower(t.name)), '[]')
        FROM touchpoint t
        LEFT JOIN LATERAL (${accountableTeam('t.organization_id', 't.id')}) a ON true
        LEFT JOIN team ON team.organization_id = t.organization_id AND team.id = a.team_id
        WHERE t.organization_id = o.id AND t.archived_at IS NULL) AS touchpoints,
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') FROM persona p
        WHERE p.organization_id = o.id AND p.archived_at IS NULL) AS personas
     FROM organization o WHERE o.id = $1`,
    [transaction.organizationId, ...at.parameters, ...nowhere.parameters],
  );
  const { timeZone, anywhere, touchpoints, personas } = row!;
  return contextOf(timeZone, anywhere, touchpoints, personas);
}

function contextOf(
  timeZone: string,
  anywhere: boolean,
  touchpoints: readonly KnownTouchpoint[],
  personas: ContextRow['personas'],
): FeedbackContext {
  return {
    timeZone,
    anywhere,
    touchpoints: new Map(touchpoints.map((each) => [each.id, each])),
    touchpointsByName: new Map(touchpoints.map((each) => [plainName(each.name), each])),
    personasByName: new Map(personas.map(({ id, name }) => [plainName(name), id])),
  };
}

/** For the job, which acts for whoever asked for the import: what they could bring in when they asked. Null is everything. */
export function restricted(context: FeedbackContext, allowed: readonly string[] | null): FeedbackContext {
  if (allowed === null) return context;
  const may = new Set(allowed);
  const touchpoints = [...context.touchpoints.values()].map((each) => ({ ...each, allowed: may.has(each.id) }));
  return {
    ...context,
    anywhere: false,
    touchpoints: new Map(touchpoints.map((each) => [each.id, each])),
    touchpointsByName: new Map(touchpoints.map((each) => [plainName(each.name), each])),
  };
}
