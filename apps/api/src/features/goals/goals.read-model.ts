import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { assembleCascade, type CascadeFacts } from './assemble-cascade.js';
import { CASCADE } from './cascade-sql.js';
import type { GoalCascadeType } from './goal.type.js';

/** The whole cascade: one statement, whatever hangs in it. */
@Injectable()
export class GoalsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  cascade(principal: Principal): Promise<GoalCascadeType> {
    return this.unitOfWork.read(principal, (transaction) => this.cascadeIn(transaction));
  }

  async cascadeIn({ query, organizationId }: Transaction): Promise<GoalCascadeType> {
    const [row] = await query<{ facts: CascadeFacts }>(CASCADE, [organizationId]);
    return assembleCascade((row as { facts: CascadeFacts }).facts, new Date());
  }
}
