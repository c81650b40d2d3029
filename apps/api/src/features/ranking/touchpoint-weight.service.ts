import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Problems } from '../initiatives/index.js';
import { todayOf } from '../touchpoints/index.js';
import type { TouchpointWeightInput } from './ranking.input.js';
import type { WeighedTouchpointType } from './ranking.type.js';

const TOUCHPOINT = `
  SELECT t.id, t.name, t.archived_at IS NOT NULL AS archived, ${todayOf('$1')}::text AS today, coalesce(w.version, 0) AS version,
    w.driver_weight AS "driverWeight", w.driver_weight_source AS "driverWeightSource", w.driver_weight_n AS "driverWeightN",
    w.driver_weight_as_of::text AS "driverWeightAsOf", w.volume, w.volume_source AS "volumeSource", w.volume_as_of::text AS "volumeAsOf"
  FROM touchpoint t LEFT JOIN touchpoint_weight w ON w.organization_id = t.organization_id AND w.touchpoint_id = t.id
  WHERE t.organization_id = $1 AND t.id = $2`;

/** Writes down what a touchpoint weighs, with where each number is from: nothing is derived or filled in between. */
@Injectable()
export class TouchpointWeightService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  set(
    member: MemberPrincipal,
    touchpointId: string,
    version: number,
    input: TouchpointWeightInput,
  ): Promise<WeighedTouchpointType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      const before = await weighed(transaction, touchpointId);
      if (before.archived) throw new RuleError('ARCHIVED', 'The touchpoint is archived.');
      const values = valuesOf(input, before.today);
      const won = await query(
        `INSERT INTO touchpoint_weight AS w (organization_id, touchpoint_id, driver_weight, driver_weight_source, driver_weight_n,
           driver_weight_as_of, volume, volume_source, volume_as_of)
         SELECT $1::uuid, $2::uuid, $4::float8, $5, $6::int, $7::date, $8::float8, $9, $10::date
         WHERE $3::int = 0 OR EXISTS (SELECT FROM touchpoint_weight k WHERE k.organization_id = $1 AND k.touchpoint_id = $2)
         ON CONFLICT (organization_id, touchpoint_id) DO UPDATE SET driver_weight = $4, driver_weight_source = $5,
           driver_weight_n = $6, driver_weight_as_of = $7, volume = $8, volume_source = $9, volume_as_of = $10, version = w.version + 1
         WHERE w.version = $3 RETURNING version`,
        [
          organizationId,
          touchpointId,
          version,
          values.driverWeight,
          values.driverWeightSource,
          values.driverWeightN,
          values.driverWeightAsOf,
          values.volume,
          values.volumeSource,
          values.volumeAsOf,
        ],
      );
      const { archived: _, today: __, ...current } = await weighed(transaction, touchpointId);
      if (won.length === 0) throw new ConflictError('TouchpointWeight', current);
      const changes = changedFields<Partial<typeof values>>(before, values);
      transaction.audit({ act: 'touchpoint.weighed', objectKind: 'Touchpoint', objectId: touchpointId, changes });
      return current;
    });
  }
}

async function weighed({ query, organizationId }: Transaction, touchpointId: string) {
  const [row] = await query<WeighedTouchpointType & { archived: boolean; today: string }>(TOUCHPOINT, [
    organizationId,
    rowId(touchpointId, 'Touchpoint'),
  ]);
  if (!row) throw new NotFoundError('Touchpoint');
  return row;
}

/** A number comes with its source and its day, or not at all. */
function valuesOf(input: TouchpointWeightInput, today: string) {
  const problems = new Problems();
  const number = (path: 'driverWeight' | 'volume', maximum: number) => {
    const value = input[path] ?? null;
    if (value !== null && !(value >= 0 && value <= maximum))
      problems.add(path, 'out_of_range', `Use a number from 0 to ${maximum}.`, { minimum: 0, maximum });
    const source = problems.text(`${path}Source`, input[`${path}Source`], 1000, value !== null);
    const asOf = input[`${path}AsOf`] ?? null;
    if (value !== null && asOf === null) problems.add(`${path}AsOf`, 'required', 'Say of which day the number speaks.');
    if (asOf !== null && asOf > today) problems.add(`${path}AsOf`, 'in_the_future', 'This day is still to come.');
    return value === null ? { value: null, source: null, asOf: null } : { value, source, asOf };
  };
  const weight = number('driverWeight', 1);
  const volume = number('volume', 1e12);
  const n = problems.whole('driverWeightN', input.driverWeightN, 1, 2_000_000_000);
  problems.throwIfAny();
  return {
    driverWeight: weight.value,
    driverWeightSource: weight.source,
    driverWeightN: weight.value === null ? null : n,
    driverWeightAsOf: weight.asOf,
    volume: volume.value,
    volumeSource: volume.source,
    volumeAsOf: volume.asOf,
  };
}
