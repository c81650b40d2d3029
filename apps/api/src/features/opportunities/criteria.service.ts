import { Injectable } from '@nestjs/common';
import { ConflictError } from '@touchstone/domain';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Problems } from '../initiatives/index.js';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import type { OpportunityCriteriaType, OpportunityCriterionInput } from './opportunity.type.js';

const MOST = 12;

/** Keeps what an organisation weighs opportunities by. */
@Injectable()
export class CriteriaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunitiesReadModel,
  ) {}

  set(
    member: MemberPrincipal,
    version: number,
    input: readonly OpportunityCriterionInput[],
  ): Promise<OpportunityCriteriaType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      const before = await this.opportunities.criteriaIn(transaction);
      const criteria = criteriaOf(
        input,
        before.criteria.map(({ id }) => id),
      );
      const won = await query(
        version === 0
          ? `INSERT INTO opportunity_criteria (organization_id, criteria) SELECT $1::uuid, $2::jsonb WHERE $3::int = 0
             ON CONFLICT DO NOTHING RETURNING version`
          : `UPDATE opportunity_criteria SET criteria = $2, version = version + 1
             WHERE organization_id = $1 AND version = $3 RETURNING version`,
        [organizationId, JSON.stringify(criteria), version],
      );
      if (won.length === 0) {
        const current = await this.opportunities.criteriaIn(transaction);
        throw new ConflictError('OpportunityCriteria', { version: current.version });
      }
      transaction.audit({
        act: 'opportunity_criteria.set',
        objectKind: 'Organization',
        objectId: organizationId,
        changes: { criteria },
      });
      return this.opportunities.criteriaIn(transaction);
    });
  }
}

/** A criterion that keeps its id keeps what was scored by it. */
function criteriaOf(input: readonly OpportunityCriterionInput[], known: readonly string[]) {
  const problems = new Problems();
  if (input.length > MOST) problems.add('criteria', 'too_many', `Use at most ${MOST} criteria.`, { maximum: MOST });
  const names = new Set<string>();
  const criteria = input.map(({ id, weight, direction, ...given }, index) => {
    const at = `criteria.${index}`;
    const name = problems.text(`${at}.name`, given.name, 80, true);
    if (names.has(name.toLowerCase())) problems.add(`${at}.name`, 'taken', 'Another criterion is called the same.');
    names.add(name.toLowerCase());
    if (!(weight > 0 && weight <= 1000))
      problems.add(`${at}.weight`, 'out_of_range', 'Use a number above 0, up to 1000.', { minimum: 0, maximum: 1000 });
    if (id != null && !known.includes(id)) problems.add(`${at}.id`, 'unknown', 'This criterion is there no more.');
    return { id: id ?? newId(), name, weight, direction };
  });
  problems.throwIfAny();
  return criteria;
}
