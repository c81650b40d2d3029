import { type Grain } from '@touchstone/domain';
import { addMetric } from '../../../test/metrics.js';
import type { TestApplication } from '../../../test/test-application.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { lockObservations, mergeObservations } from './merge-observations.js';
import { ObservationStage } from './observation-stage.js';
import { RollupsService } from './rollups.service.js';
import { keepSegmentSets } from './segment-sets.js';
import { undoObservations } from './undo-observations.js';

/** One value as it comes in: which thing was observed, when, and in which of the segment sets. */
export interface Observed {
  readonly key: number;
  readonly at: number;
  readonly value: number;
  /** A place in the factory's sets. */
  readonly set: number;
}

/** An organisation with one metric. */
export interface Place {
  readonly principal: SystemPrincipal;
  readonly metricId: string;
}

export interface Clock {
  readonly timeZone: string;
  readonly weekStart: number;
}

export interface StoredRollup {
  readonly grain: Grain;
  readonly pairs: object;
  readonly bucket: Date;
  readonly sum: number;
  readonly counts: Readonly<Record<string, number>> | null;
}

/** Brings observations in, takes them back and reads roll-ups, beneath files and jobs. */
export class ObservedFactory {
  private readonly unitOfWork: UnitOfWork;
  private readonly rollups: RollupsService;

  constructor(
    private readonly application: TestApplication,
    private readonly sets: readonly string[],
  ) {
    this.unitOfWork = application.app.get(UnitOfWork);
    this.rollups = application.app.get(RollupsService);
  }

  async place({ timeZone, weekStart }: Clock, metric: Parameters<typeof addMetric>[2]): Promise<Place> {
    const organizationId = await this.application.organization(`Airline ${newId()}`);
    await this.application.database.query('UPDATE organization SET time_zone = $2, week_start = $3 WHERE id = $1', [
      organizationId,
      timeZone,
      weekStart,
    ]);
    const metricId = await addMetric(this.application.database, organizationId, metric);
    return { principal: { kind: 'system', organizationId, name: 'test' }, metricId };
  }

  bringIn({ principal, metricId }: Place, rows: readonly Observed[]): Promise<string> {
    return this.unitOfWork.work(principal, async (transaction) => {
      const importId = newId();
      await transaction.query(
        `INSERT INTO observation_import (organization_id, id, file_name, file_hash, mapping, mode) VALUES ($1, $2, 'a.csv', '', '{}', 'accept_good')`,
        [principal.organizationId, importId],
      );
      const stage = await ObservationStage.open(transaction);
      stage.add(
        rows.map(({ key, at, value, set }, row) => ({
          row,
          metric: 0,
          segments: set,
          at,
          key: key.toString(16).padStart(32, '0'),
          value,
          n: 1,
        })),
      );
      await stage.copied.close();
      await lockObservations(transaction);
      const times = rows.map(({ at }) => at);
      for (const month of new Set(times.map((at) => new Date(at).toISOString().slice(0, 7))))
        await transaction.query('SELECT add_observation_month($1::date)', [`${month}-01`]);
      await mergeObservations(transaction, {
        importId,
        metricIds: [metricId],
        setIds: await keepSegmentSets(transaction, this.sets),
        staged: rows.length,
        firstAt: Math.min(...times),
        lastAt: Math.max(...times),
      });
      return importId;
    });
  }

  takeBack({ principal, metricId }: Place, importId: string): Promise<number> {
    return this.unitOfWork.work(principal, async (transaction) => {
      await lockObservations(transaction);
      const [firstAt, lastAt] = [new Date(0), new Date('2100-01-01')];
      return undoObservations(transaction, { importId, metricIds: [metricId], firstAt, lastAt });
    });
  }

  recompute({ principal }: Place): Promise<number> {
    return this.rollups.recompute(principal);
  }

  stored({ principal }: Place): Promise<StoredRollup[]> {
    return this.application.database.query(
      `SELECT r.grain, s.pairs, r.bucket, r.observations::int, r.n, r.sum, r.sum_of_squares, r.minimum, r.maximum,
         r.last_value, r.last_at, r.counts
       FROM rollup r JOIN segment_set s ON s.organization_id = r.organization_id AND s.id = r.segment_set_id
       WHERE r.organization_id = $1 ORDER BY r.grain, s.pairs::text, r.bucket`,
      [principal.organizationId],
    );
  }

  async marks({ principal }: Place): Promise<string[]> {
    const rows = await this.application.database.query<{ day: string }>(
      'SELECT day::text FROM dirty_bucket WHERE organization_id = $1 ORDER BY day',
      [principal.organizationId],
    );
    return rows.map(({ day }) => day);
  }
}
