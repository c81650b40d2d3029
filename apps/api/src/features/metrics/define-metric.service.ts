import { Injectable } from '@nestjs/common';
import {
  changeOfDefinition,
  checkFormula,
  ConflictError,
  type DefinitionChange,
  type FieldProblem,
  type MetricDefinition,
  ValidationError,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { markWhole } from '../rollup-marks/index.js';
import { columnsOf, definitionOf, definitionOfVersion, definitionProblems } from './definition-check.js';
import { demandActiveMetric, type KnownMetric } from './demand-metric.js';
import { catalogueFrom, lockCatalogue, readCatalogue, todayOf } from './metric-catalogue.js';
import { MetricEntity } from './metric.entity.js';
import type { MetricDefinitionInput } from './metric.input.js';
import { presentOf } from './metric.service.js';
import type { FormulaCheckType, MetricType } from './metric.type.js';
import { MetricVersionEntity } from './metric-version.entity.js';
import { MetricsReadModel } from './metrics.read-model.js';

interface Wanted {
  readonly validFrom: string;
  readonly definition: MetricDefinition;
  readonly breakNote: string;
}

/** Gives metrics new definitions from a day on, and corrects the latest one. */
@Injectable()
export class DefineMetricService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  /**
   * A definition that begins later than the latest is a new version; one that begins on the same day corrects it. What
   * was true before the latest is history and stays.
   */
  define(
    principal: Principal,
    id: string,
    version: number,
    input: { validFrom: string; definition: MetricDefinitionInput; breakNote: string | null },
  ): Promise<MetricType> {
    const wanted = { ...input, definition: definitionOf(input.definition), breakNote: input.breakNote?.trim() ?? '' };
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockCatalogue(transaction);
      const metric = await demandActiveMetric(transaction, id);
      if (metric.version !== version) throw new ConflictError('Metric', presentOf(metric));
      const versions = await transaction.manager.getRepository(MetricVersionEntity).find({
        where: { organizationId: transaction.organizationId, metricId: id },
        order: { validFrom: 'ASC' },
      });
      await this.put(transaction, metric, versions, wanted);
      await compareAndSet(transaction, MetricEntity, 'Metric', id, version, {});
      return this.metrics.oneIn(transaction, id);
    });
  }

  /** Whether a formula would do, while it is being written: the same check that saving makes. */
  check(principal: Principal, formula: string, key: string, unit: string | null): Promise<FormulaCheckType> {
    return this.unitOfWork.read(principal, async (transaction) => {
      const catalogue = catalogueFrom(await readCatalogue(transaction), await todayOf(transaction));
      const found = checkFormula(formula, key, unit, catalogue);
      const problems = found.problems.map((problem) => ({ ...problem, params: problem.params ?? {} }));
      return { problems, metrics: [...found.metrics], unit: found.unit };
    });
  }

  private async put(
    transaction: Transaction,
    metric: KnownMetric,
    versions: readonly MetricVersionEntity[],
    wanted: Wanted,
  ): Promise<void> {
    const { organizationId, manager, principal } = transaction;
    const latest = versions.at(-1) as MetricVersionEntity;
    const corrects = wanted.validFrom === latest.validFrom;
    const before = corrects ? versions.at(-2) : latest;
    const change = before ? changeOfDefinition(definitionOfVersion(before), wanted.definition) : null;
    const catalogue = catalogueFrom(await readCatalogue(transaction), wanted.validFrom);
    const problems = [
      ...definitionProblems(metric.key, wanted.definition, catalogue),
      ...dayProblems(latest, wanted, change, corrects),
      ...(corrects ? await correctionProblems(transaction, metric.id, latest, wanted) : []),
      ...(change?.breaks && !wanted.breakNote ? [noteMissing()] : []),
    ];
    if (problems.length > 0) throw new ValidationError(problems);

    const where = { organizationId, metricId: metric.id, number: latest.number };
    const repository = manager.getRepository(MetricVersionEntity);
    if (corrects) await repository.update(where, columnsOf(wanted.definition));
    else {
      const createdBy = principal.kind === 'member' ? principal.membershipId : null;
      const number = latest.number + 1;
      const { validFrom } = wanted;
      await repository.insert({ ...where, number, validFrom, createdBy, ...columnsOf(wanted.definition) });
    }
    if (change) await breakSeries(transaction, metric.id, wanted, change, corrects);
    // Whether ratings are counted one by one follows from the definitions, also on days that were summed up before.
    const altered = changeOfDefinition(definitionOfVersion(latest), wanted.definition);
    if (altered.breaks === 'definition') await markWhole(transaction, metric.id);
    transaction.audit({
      act: corrects ? 'metric.definition_corrected' : 'metric.redefined',
      objectKind: 'Metric',
      objectId: metric.id,
      changes: {
        validFrom: wanted.validFrom,
        breaks: change?.breaks ?? null,
        ...changedFields<MetricDefinition>(definitionOfVersion(latest), wanted.definition),
      },
    });
  }
}

function dayProblems(
  latest: MetricVersionEntity,
  { validFrom }: Wanted,
  change: DefinitionChange | null,
  corrects: boolean,
): FieldProblem[] {
  const params = { date: latest.validFrom };
  if (validFrom < latest.validFrom) {
    const message = `The latest definition holds from ${latest.validFrom}: begin on that day to correct it, or later.`;
    return [{ path: 'validFrom', code: 'before_latest_version', message, params }];
  }
  if (corrects || change?.fields.length) return [];
  return [{ path: 'definition', code: 'nothing_changed', message: 'This is what holds already: change something.' }];
}

/** Numbers that have been taken under a definition keep it: a change of what they mean is a new version. */
async function correctionProblems(
  { query, organizationId }: Transaction,
  metricId: string,
  latest: MetricVersionEntity,
  { definition }: Wanted,
): Promise<FieldProblem[]> {
  if (!changeOfDefinition(definitionOfVersion(latest), definition).breaks) return [];
  const [row] = await query<{ observed: boolean }>(
    `SELECT EXISTS (SELECT FROM rollup WHERE organization_id = $1 AND metric_id = $2 AND grain = 'day'
       AND bucket >= $3::date AT TIME ZONE (SELECT time_zone FROM organization WHERE id = $1)) AS observed`,
    [organizationId, metricId, latest.validFrom],
  );
  if (!row?.observed) return [];
  const message = 'Numbers were taken under this definition: let the change begin on a later day.';
  return [{ path: 'validFrom', code: 'observed_already', message }];
}

const noteMissing = (): FieldProblem => ({
  path: 'breakNote',
  code: 'break_note_required',
  message: 'This changes what the number is, so the series breaks: say why, for those who will read it.',
});

/** The break that a change demands, no more and no less; breaks of the sample are somebody else's knowledge. */
async function breakSeries(
  { query, organizationId, principal }: Transaction,
  metricId: string,
  { validFrom, breakNote }: Wanted,
  { breaks }: DefinitionChange,
  corrects: boolean,
): Promise<void> {
  if (corrects) {
    await query(
      `DELETE FROM series_break WHERE organization_id = $1 AND metric_id = $2 AND begins_on = $3 AND cause <> 'sample'`,
      [organizationId, metricId, validFrom],
    );
  }
  if (!breaks) return;
  await query(
    `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause, note, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organization_id, metric_id, begins_on, cause) DO UPDATE SET note = excluded.note`,
    [
      organizationId,
      newId(),
      metricId,
      validFrom,
      breaks,
      breakNote,
      principal.kind === 'member' ? principal.membershipId : null,
    ],
  );
}
