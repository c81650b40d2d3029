import { Injectable } from '@nestjs/common';
import {
  accountabilityFindings,
  accountableOn,
  type AccountableTeam,
  type DeclaredConflict,
  type Finding,
  FINDING_CLASSES,
  FINDING_KINDS,
  type FindingKind,
  type LinkedMetric,
  type OwnershipPeriod,
  ownersOn,
} from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { MATRIX } from './accountability.sql.js';
import type { FindingsType, FindingType, MatrixRowType } from './ownership.type.js';

export interface MatrixFilter {
  /** Absent: today in the organisation's calendar. */
  readonly on: string | null;
  readonly search: string | null;
  /** That this team has a part in on the day. */
  readonly teamId: string | null;
}

interface StoredRow {
  readonly id: string;
  readonly name: string;
  readonly sortKey: string;
  readonly channel: MatrixRowType['channel'];
  readonly existence: MatrixRowType['existence'];
  readonly periods: OwnershipPeriod[];
  readonly metrics: (LinkedMetric & { name: string })[];
}

interface Stored {
  readonly on: string;
  readonly total: number;
  readonly rows: StoredRow[];
  readonly teams: (AccountableTeam & { name: string })[];
  readonly conflicts: DeclaredConflict[];
}

const EVERYTHING = { search: null, teamId: null };

/** Touchpoint × metric × team on any day, and what is not in order: one statement each. */
@Injectable()
export class AccountabilityReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async matrix(
    principal: Principal,
    filter: MatrixFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<MatrixRowType>> {
    const page = pageOf(first, after, ['text', 'id']);
    const stored = await this.read(principal, filter, page.after, page.first + 1);
    const keys = new Map(stored.rows.map(({ id, sortKey }) => [id, sortKey]));
    return connectionFrom<MatrixRowType>(rowsOf(stored), page, stored.total, ({ touchpointId }) => [
      keys.get(touchpointId) ?? null,
      touchpointId,
    ]);
  }

  /** The whole matrix, for a file. */
  async all(principal: Principal, on: string | null): Promise<{ on: string; rows: MatrixRowType[] }> {
    const stored = await this.read(principal, { ...EVERYTHING, on }, null, null);
    return { on: stored.on, rows: rowsOf(stored) };
  }

  async findings(
    principal: Principal,
    on: string | null,
    kind: FindingKind | null,
    first: number,
    after: string | null,
  ): Promise<FindingsType> {
    const page = pageOf(first, after, ['number']);
    const stored = await this.read(principal, { ...EVERYTHING, on }, null, null);
    const findings = findingsOf(stored);
    const wanted = present(
      stored,
      findings.filter((each) => !kind || each.kind === kind),
    );
    const places = new Map(wanted.map(({ key }, index) => [key, index]));
    const begin = page.after ? Number(page.after[0]) + 1 : 0;
    return {
      on: stored.on,
      touchpointCount: stored.total,
      ownedCount: stored.rows.filter(({ periods }) => accountableOn(periods, stored.on)).length,
      counts: FINDING_KINDS.map((each) => ({
        kind: each,
        class: FINDING_CLASSES[each],
        count: findings.filter((one) => one.kind === each).length,
      })),
      found: connectionFrom(wanted.slice(begin, begin + page.first + 1), page, wanted.length, ({ key }) => [
        places.get(key) ?? 0,
      ]),
    };
  }

  /** All of one kind today, for pages that gather what is missing elsewhere as well. */
  async foundOf(principal: Principal, kind: FindingKind): Promise<FindingType[]> {
    const stored = await this.read(principal, { ...EVERYTHING, on: null }, null, null);
    return present(
      stored,
      findingsOf(stored).filter((each) => each.kind === kind),
    );
  }

  private async read(
    principal: Principal,
    filter: MatrixFilter,
    after: readonly (string | number | null)[] | null,
    limit: number | null,
  ): Promise<Stored> {
    const teamId = filter.teamId ? rowId(filter.teamId, 'Team') : null;
    const parameters = [filter.on, searchPattern(filter.search), teamId, after?.[0] ?? null, after?.[1] ?? null, limit];
    const [stored] = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<Stored>(MATRIX, [transaction.organizationId, ...parameters]),
    );
    return stored as Stored;
  }
}

const findingsOf = ({ rows, teams, conflicts, on }: Stored): Finding[] =>
  accountabilityFindings(rows, teams, conflicts, on);

function rowsOf(stored: Stored): MatrixRowType[] {
  const teams = new Map(stored.teams.map((team) => [team.id, team]));
  const team = (id: string) => {
    const { name = '', archivedOn = null } = teams.get(id) ?? {};
    return { name, archived: archivedOn !== null && archivedOn <= stored.on };
  };
  const findings = findingsOf(stored);
  return stored.rows.map((row) => ({
    touchpointId: row.id,
    touchpointName: row.name,
    channel: row.channel,
    existence: row.existence,
    owners: ownersOn(row.periods, stored.on).map(({ teamId, responsibility }) => ({
      teamId,
      teamName: team(teamId).name,
      teamArchived: team(teamId).archived,
      responsibility,
    })),
    metrics: row.metrics.map(({ id, name, ownerTeamId }) => ({
      id,
      name,
      ownerTeamId,
      ownerTeamName: ownerTeamId && team(ownerTeamId).name,
      ownerTeamArchived: ownerTeamId !== null && team(ownerTeamId).archived,
    })),
    findings: [...new Set(findings.filter(({ touchpointId }) => touchpointId === row.id).map(({ kind }) => kind))],
  }));
}

function present(stored: Stored, findings: readonly Finding[]): FindingType[] {
  const touchpoints = new Map(stored.rows.map(({ id, name }) => [id, name]));
  const teams = new Map(stored.teams.map(({ id, name }) => [id, name]));
  const metrics = new Map(stored.rows.flatMap((row) => row.metrics.map(({ id, name }) => [id, name] as const)));
  return findings.map(({ kind, touchpointId, teamIds, metricIds, from, to, reason }) => ({
    key: [kind, touchpointId, ...metricIds].join('/'),
    kind,
    class: FINDING_CLASSES[kind],
    touchpointId,
    touchpointName: touchpoints.get(touchpointId) ?? '',
    teamIds: [...teamIds],
    teamNames: teamIds.map((id) => teams.get(id) ?? ''),
    metricIds: [...metricIds],
    metricNames: metricIds.map((id) => metrics.get(id) ?? ''),
    from,
    to,
    reason,
  }));
}
