import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { demandActiveMetric } from './demand-metric.js';
import { MetricAnnotationEntity } from './metric-annotation.entity.js';
import type { BreakCauseEnum } from './metric.enums.js';
import type { MetricType } from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

const LONGEST = 2000;

/** What people know about a series: where it breaks, and what happened on a day. */
@Injectable()
export class MetricNotesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsReadModel,
  ) {}

  breakSeries(
    principal: Principal,
    metricId: string,
    input: { beginsOn: string; cause: BreakCauseEnum; note: string },
  ): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { query, organizationId } = transaction;
      await demandActiveMetric(transaction, metricId);
      const note = checkedText(input.note, 'note');
      const id = newId();
      const [added] = await query(
        `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause, note, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization_id, metric_id, begins_on, cause) DO NOTHING
         RETURNING id`,
        [organizationId, id, metricId, input.beginsOn, input.cause, note, authorOf(principal)],
      );
      if (!added)
        throw ValidationError.of('beginsOn', 'break_taken', 'The series breaks on this day for this already.');
      const changes = { metricId, beginsOn: input.beginsOn, cause: input.cause };
      transaction.audit({ act: 'series_break.created', objectKind: 'SeriesBreak', objectId: id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  /** Not one that a change of the definition demands: the numbers on its two sides would look comparable. */
  mendSeries(principal: Principal, id: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { query, organizationId } = transaction;
      const [found] = await query<{ metricId: string }>(
        `SELECT metric_id AS "metricId" FROM series_break WHERE organization_id = $1 AND id = $2`,
        [organizationId, rowId(id, 'Series break')],
      );
      if (!found) throw new NotFoundError('Series break');
      await demandActiveMetric(transaction, found.metricId);
      const { breaks } = await this.metrics.oneIn(transaction, found.metricId);
      const gone = breaks.find((each) => each.id === id);
      if (gone?.demanded) throw new RuleError('BREAK_DEMANDED', 'A change of the definition demands this break.');
      await query('DELETE FROM series_break WHERE organization_id = $1 AND id = $2', [organizationId, id]);
      const changes = { metricId: found.metricId, beginsOn: gone?.beginsOn, cause: gone?.cause };
      transaction.audit({ act: 'series_break.deleted', objectKind: 'SeriesBreak', objectId: id, changes });
      return this.metrics.oneIn(transaction, found.metricId);
    });
  }

  annotate(principal: Principal, metricId: string, notedOn: string, words: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      await demandActiveMetric(transaction, metricId);
      const text = checkedText(words, 'text');
      const id = newId();
      await manager
        .getRepository(MetricAnnotationEntity)
        .insert({ organizationId, id, metricId, notedOn, text, createdBy: authorOf(principal) });
      const changes = { metricId, notedOn };
      transaction.audit({ act: 'metric_annotation.created', objectKind: 'MetricAnnotation', objectId: id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  reword(principal: Principal, id: string, version: number, notedOn: string, words: string): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.note(transaction, id, version);
      const text = checkedText(words, 'text');
      await compareAndSet(transaction, MetricAnnotationEntity, 'Annotation', id, version, { notedOn, text });
      const changes = { ...changedFields(before, { notedOn }), reworded: before.text !== text };
      transaction.audit({ act: 'metric_annotation.updated', objectKind: 'MetricAnnotation', objectId: id, changes });
      return this.metrics.oneIn(transaction, before.metricId);
    });
  }

  deleteNote(principal: Principal, id: string, version: number): Promise<MetricType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { metricId, notedOn } = await this.note(transaction, id, version);
      const { organizationId, manager } = transaction;
      await manager.getRepository(MetricAnnotationEntity).delete({ organizationId, id });
      const changes = { metricId, notedOn };
      transaction.audit({ act: 'metric_annotation.deleted', objectKind: 'MetricAnnotation', objectId: id, changes });
      return this.metrics.oneIn(transaction, metricId);
    });
  }

  private async note(transaction: Transaction, id: string, version: number): Promise<MetricAnnotationEntity> {
    const { organizationId, manager } = transaction;
    const find = () =>
      manager.getRepository(MetricAnnotationEntity).findOneBy({ organizationId, id: rowId(id, 'Annotation') });
    const found = await find();
    if (!found) throw new NotFoundError('Annotation');
    await demandActiveMetric(transaction, found.metricId);
    // Read again with the metric locked: whoever held it may just have changed the note.
    const note = await find();
    if (!note) throw new NotFoundError('Annotation');
    if (note.version !== version) throw new ConflictError('Annotation', note);
    return note;
  }
}

const authorOf = (principal: Principal): string | null => (principal.kind === 'member' ? principal.membershipId : null);

function checkedText(text: string, path: string): string {
  const trimmed = text.trim();
  if (!trimmed) throw ValidationError.of(path, 'required', 'Say what readers of the series should know.');
  if (trimmed.length > LONGEST) {
    throw ValidationError.of(path, 'too_long', `Use at most ${LONGEST} characters.`, { maximum: LONGEST });
  }
  return trimmed;
}
