import { Injectable } from '@nestjs/common';
import { ConflictError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { AssessmentLifecycle, type LifecycleVerb } from './assessment-lifecycle.service.js';
import type { AssessmentInput } from './assessment.input.js';
import { AssessmentService } from './assessment.service.js';
import type { AssessmentType } from './assessment.type.js';
import { AssessmentsReadModel } from './assessments.read-model.js';

/** One transaction per command, answered with the wave as it stands afterwards. */
@Injectable()
export class AssessmentCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: AssessmentService,
    private readonly lifecycle: AssessmentLifecycle,
    private readonly assessments: AssessmentsReadModel,
    private readonly idempotency: Idempotency,
  ) {}

  create(principal: Principal, input: AssessmentInput, key: string | null): Promise<AssessmentType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const make = () => this.service.create(transaction, input);
      const id = key
        ? await this.idempotency.run(transaction, { operation: 'createAssessment', key, request: input }, make)
        : await make();
      return this.assessments.oneIn(transaction, id);
    });
  }

  update(principal: Principal, id: string, version: number, input: AssessmentInput): Promise<AssessmentType> {
    return this.change(principal, id, (transaction) => this.service.update(transaction, id, version, input));
  }

  extendDeadline(principal: Principal, id: string, version: number, deadline: Date): Promise<AssessmentType> {
    return this.change(principal, id, (transaction) => this.service.extendDeadline(transaction, id, version, deadline));
  }

  take(principal: Principal, verb: LifecycleVerb, id: string, version: number): Promise<AssessmentType> {
    return this.change(principal, id, (transaction) => this.lifecycle.take(transaction, verb, id, version));
  }

  async delete(principal: Principal, id: string, version: number): Promise<boolean> {
    await this.unitOfWork.write(principal, (transaction) => this.service.delete(transaction, id, version));
    return true;
  }

  /** A lost race is answered with the whole wave that won, groups included, so that both versions can be shown. */
  private change(
    principal: Principal,
    id: string,
    work: (transaction: Transaction) => Promise<void>,
  ): Promise<AssessmentType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      try {
        await work(transaction);
      } catch (error) {
        if (error instanceof ConflictError)
          throw new ConflictError('Assessment', await this.assessments.oneIn(transaction, id));
        throw error;
      }
      return this.assessments.oneIn(transaction, id);
    });
  }
}
