import { Injectable } from '@nestjs/common';
import { ConflictError, type FieldProblem, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { definitionOf, columnsOf, definitionProblems, keyProblems } from './definition-check.js';
import { demandActiveMetric, demandMetric, demandOwner, type KnownMetric } from './demand-metric.js';
import { catalogueFrom, lockCatalogue, readCatalogue, todayOf } from './metric-catalogue.js';
import { MetricEntity } from './metric.entity.js';
import type { MetricInput } from './metric.input.js';
import { USERS_OF_METRIC } from './metric-sql.js';
import type { MetricType } from './metric.type.js';
import { MetricVersionEntity } from './metric-version.entity.js';
import { MetricsReadModel } from './metrics.read-model.js';

type Changes = Partial<Pick<MetricEntity, 'name' | 'ownerTeamId' | 'archivedAt'>>;

/** Takes metrics into the catalogue, renames them, hands them over, and puts them away and back. */
@Injectable()
export class MetricService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  create(principal: Principal, input: MetricInput): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) =>
      this.metrics.oneIn(transaction, await this.createIn(transaction, input)),
    );
  }

  /** For whoever makes a metric as part of something larger, such as taking a file in. */
  async createIn(transaction: Transaction, input: MetricInput): Promise<string> {
    const { organizationId, manager, principal } = transaction;
    const ownerTeamId = input.ownerTeamId ?? null;
    if (ownerTeamId) await demandOwner(transaction, ownerTeamId);
    await lockCatalogue(transaction);
    const key = input.key.trim();
    const validFrom = input.validFrom ?? (await todayOf(transaction));
    const catalogue = catalogueFrom(await readCatalogue(transaction), validFrom);
    const definition = definitionOf(input.definition);
    const problems = [
      ...keyProblems(key, catalogue),
      ...nameProblems(input.name),
      ...definitionProblems(key, definition, catalogue),
    ];
    if (problems.length > 0) throw new ValidationError(problems);
    const name = checkedName(input.name);
    const id = newId();
    const createdBy = principal.kind === 'member' ? principal.membershipId : null;
    const metric = { organizationId, id, key, name, ownerTeamId, createdBy };
    await nameOnce(() => manager.getRepository(MetricEntity).insert(metric));
    await manager
      .getRepository(MetricVersionEntity)
      .insert({ organizationId, metricId: id, number: 1, validFrom, createdBy, ...columnsOf(definition) });
    const changes = { key, name, ownerTeamId, validFrom, definition };
    transaction.audit({ act: 'metric.created', objectKind: 'Metric', objectId: id, changes });
    return id;
  }

  update(
    principal: Principal,
    id: string,
    version: number,
    input: { name: string; ownerTeamId: string | null },
  ): Promise<MetricType> {
    return this.change(principal, id, version, 'metric.updated', async (transaction) => {
      const before = await demandActiveMetric(transaction, id);
      const name = checkedName(input.name);
      if (input.ownerTeamId && input.ownerTeamId !== before.ownerTeamId) {
        await demandOwner(transaction, input.ownerTeamId);
      }
      return [before, { name, ownerTeamId: input.ownerTeamId }];
    });
  }

  /** What it was and what was measured stays; it takes no new numbers and can be brought back. */
  archive(principal: Principal, id: string, version: number): Promise<MetricType> {
    return this.change(principal, id, version, 'metric.archived', async (transaction) => {
      await lockCatalogue(transaction);
      const before = await demandMetric(transaction, id, 'archive');
      if (before.archived) throw new RuleError('ARCHIVED', 'The metric is archived.');
      const users = await transaction.query<{ name: string }>(
        `SELECT u.name FROM metric m JOIN organization o ON o.id = m.organization_id,
           LATERAL (SELECT u.name ${USERS_OF_METRIC}) u
         WHERE m.organization_id = $1 AND m.id = $2 ORDER BY u.name`,
        [transaction.organizationId, id],
      );
      if (users.length > 0) {
        const metrics = users.map(({ name }) => name).join(', ');
        throw new RuleError('METRIC_IN_USE', 'Other metrics are computed from it.', { metrics });
      }
      return [before, { archivedAt: new Date() }];
    });
  }

  restore(principal: Principal, id: string, version: number): Promise<MetricType> {
    return this.change(principal, id, version, 'metric.restored', async (transaction) => {
      await lockCatalogue(transaction);
      const before = await demandMetric(transaction, id, 'archive');
      const catalogue = catalogueFrom(await readCatalogue(transaction), await todayOf(transaction));
      const { definition } = await this.metrics.oneIn(transaction, id);
      const problems = definitionProblems(before.key, definition, catalogue);
      if (problems.length > 0) throw new ValidationError(problems);
      return [before, { archivedAt: null }];
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    decide: (transaction: Transaction) => Promise<[before: KnownMetric, changes: Changes]>,
  ): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const [before, changes] = await decide(transaction);
      if (before.version !== version) throw new ConflictError('Metric', presentOf(before));
      await nameOnce(() => compareAndSet(transaction, MetricEntity, 'Metric', id, version, changes));
      const changed = changedFields<Changes>(before, changes);
      transaction.audit({ act, objectKind: 'Metric', objectId: id, changes: changed });
      return this.metrics.oneIn(transaction, id);
    });
  }
}

/** What the other saver left, in the words of the form. */
export const presentOf = ({ id, key, name, ownerTeamId, version }: KnownMetric) => ({
  id,
  key,
  name,
  ownerTeamId,
  version,
});

function nameProblems(name: string): FieldProblem[] {
  try {
    checkedName(name);
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return [...error.fields];
    throw error;
  }
}

const nameOnce = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'metric_name_once',
    () => ValidationError.of('name', 'taken', 'Another metric of the catalogue has this name.'),
    work,
  );
