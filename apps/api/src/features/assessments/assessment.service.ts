import { Injectable } from '@nestjs/common';
import {
  type AssessmentField,
  type FieldProblem,
  mayChange,
  NotFoundError,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { AssessmentEntity } from './assessment.entity.js';
import type { AssessmentInput, RaterGroupInput } from './assessment.input.js';
import { RaterGroupEntity } from './rater-group.entity.js';

type Stored = Pick<
  AssessmentEntity,
  | 'name'
  | 'purpose'
  | 'modelVersionId'
  | 'scopeKind'
  | 'businessUnitId'
  | 'periodStart'
  | 'periodEnd'
  | 'deadline'
  | 'anonymity'
  | 'minimumGroupSize'
  | 'previousAssessmentId'
>;

/** Which rule of the domain governs each field after the draft. */
const GOVERNED_BY: Readonly<Record<keyof Stored, AssessmentField>> = {
  name: 'name',
  purpose: 'name',
  modelVersionId: 'modelVersion',
  scopeKind: 'scope',
  businessUnitId: 'scope',
  periodStart: 'period',
  periodEnd: 'period',
  deadline: 'deadline',
  anonymity: 'anonymity',
  minimumGroupSize: 'minimumGroupSize',
  previousAssessmentId: 'name',
};

/** Drafting and changing waves. What respondents were told is fixed from the opening on. */
@Injectable()
export class AssessmentService {
  async create(transaction: Transaction, input: AssessmentInput): Promise<string> {
    const values = await this.checked(transaction, input);
    const id = newId();
    const { organizationId, principal } = transaction;
    await transaction.manager.getRepository(AssessmentEntity).insert({
      ...values,
      organizationId,
      id,
      state: 'draft',
      version: 1,
      createdBy: principal.kind === 'member' ? principal.membershipId : null,
    });
    await this.saveGroups(transaction, id, [], input.raterGroups);
    transaction.audit({
      act: 'assessment.created',
      objectKind: 'Assessment',
      objectId: id,
      changes: { name: values.name },
    });
    return id;
  }

  async update(transaction: Transaction, id: string, version: number, input: AssessmentInput): Promise<void> {
    const before = await this.find(transaction, id);
    const values = await this.checked(transaction, input, before);
    const changes = changedFields<Stored>(storedOf(before), values);
    const groups = await this.groupsOf(transaction, id);
    const problems = [
      ...forbiddenChanges(before, Object.keys(changes) as (keyof Stored)[]),
      ...forbiddenGroups(before, groups, input),
    ];
    if (problems.length > 0) throw new ValidationError(problems);
    await compareAndSet(transaction, AssessmentEntity, 'Assessment', id, version, values);
    await this.saveGroups(transaction, id, groups, input.raterGroups);
    if (changes['deadline']) await this.moveExpiry(transaction, id, values.deadline);
    transaction.audit({ act: 'assessment.updated', objectKind: 'Assessment', objectId: id, changes });
  }

  async extendDeadline(transaction: Transaction, id: string, version: number, deadline: Date): Promise<void> {
    const before = await this.find(transaction, id);
    if (!mayChange(before.state, 'deadline'))
      throw new RuleError('STATE_FORBIDS', 'The wave is over.', { state: before.state });
    if (deadline.getTime() <= Date.now())
      throw ValidationError.of('deadline', 'in_the_past', 'Choose a moment in the future.');
    await compareAndSet(transaction, AssessmentEntity, 'Assessment', id, version, { deadline });
    await this.moveExpiry(transaction, id, deadline);
    transaction.audit({
      act: 'assessment.deadline_moved',
      objectKind: 'Assessment',
      objectId: id,
      changes: { deadline: { before: before.deadline, after: deadline } },
    });
  }

  /** Only a draft can be deleted: nobody has been told about it yet. */
  async delete(transaction: Transaction, id: string, version: number): Promise<void> {
    const before = await this.find(transaction, id);
    if (before.state !== 'draft')
      throw new RuleError('STATE_FORBIDS', 'Only a draft can be deleted.', { state: before.state });
    await compareAndSet(transaction, AssessmentEntity, 'Assessment', id, version, {});
    await transaction.manager
      .getRepository(AssessmentEntity)
      .delete({ organizationId: transaction.organizationId, id });
    transaction.audit({
      act: 'assessment.deleted',
      objectKind: 'Assessment',
      objectId: id,
      changes: { name: before.name },
    });
  }

  async find(transaction: Transaction, id: string): Promise<AssessmentEntity> {
    const found = isUuid(id)
      ? await transaction.manager
          .getRepository(AssessmentEntity)
          .findOneBy({ organizationId: transaction.organizationId, id })
      : null;
    if (!found) throw new NotFoundError('Assessment');
    return found;
  }

  groupsOf(transaction: Transaction, assessmentId: string): Promise<RaterGroupEntity[]> {
    return transaction.manager.getRepository(RaterGroupEntity).find({
      where: { organizationId: transaction.organizationId, assessmentId },
      order: { position: 'ASC' },
    });
  }

  /** What the input means, with every problem named at once. */
  private async checked(transaction: Transaction, input: AssessmentInput, before?: AssessmentEntity): Promise<Stored> {
    const problems: FieldProblem[] = [];
    if (input.periodEnd < input.periodStart) {
      problems.push({ path: 'periodEnd', code: 'before_start', message: 'The period must not end before it begins.' });
    }
    const keepsDeadline = before && new Date(before.deadline).getTime() === input.deadline.getTime();
    if (!keepsDeadline && input.deadline.getTime() <= Date.now()) {
      problems.push({ path: 'deadline', code: 'in_the_past', message: 'Choose a moment in the future.' });
    }
    if ((input.scopeKind === 'business_unit') !== Boolean(input.businessUnitId)) {
      problems.push({
        path: 'businessUnitId',
        code: 'scope_mismatch',
        message: 'Name a business unit if, and only if, the scope is one.',
      });
    }
    const names = input.raterGroups.map(({ name }) => name.trim().toLowerCase());
    names.forEach((name, index) => {
      if (names.indexOf(name) !== index) {
        problems.push({ path: `raterGroups.${index}.name`, code: 'duplicate', message: 'Two groups have this name.' });
      }
    });
    const [known] = await transaction.query<{ model: boolean; unit: boolean; previous: boolean; minimum: number }>(
      `SELECT EXISTS (SELECT FROM maturity_model_version WHERE organization_id = $1 AND id = $2) AS model,
              $3::uuid IS NULL OR EXISTS (SELECT FROM business_unit WHERE organization_id = $1 AND id = $3 AND archived_at IS NULL) AS unit,
              $4::uuid IS NULL OR EXISTS (SELECT FROM assessment WHERE organization_id = $1 AND id = $4) AS previous,
              (SELECT minimum_group_size FROM organization WHERE id = $1) AS minimum`,
      [
        transaction.organizationId,
        input.modelVersionId,
        input.businessUnitId ?? null,
        input.previousAssessmentId ?? null,
      ],
    );
    if (!known?.model)
      problems.push({ path: 'modelVersionId', code: 'unknown', message: 'Choose a model of the library.' });
    if (!known?.unit)
      problems.push({ path: 'businessUnitId', code: 'unknown', message: 'Choose a business unit that exists.' });
    if (!known?.previous)
      problems.push({ path: 'previousAssessmentId', code: 'unknown', message: 'Choose an assessment that exists.' });
    const minimum = input.minimumGroupSize ?? before?.minimumGroupSize ?? known?.minimum ?? 5;
    if (known && minimum < known.minimum) {
      problems.push({
        path: 'minimumGroupSize',
        code: 'too_small',
        message: `The organisation shows nothing of fewer than ${known.minimum} people.`,
        params: { minimum: known.minimum },
      });
    }
    if (problems.length > 0) throw new ValidationError(problems);
    return {
      name: input.name.trim(),
      purpose: input.purpose.trim(),
      modelVersionId: input.modelVersionId,
      scopeKind: input.scopeKind,
      businessUnitId: input.businessUnitId ?? null,
      periodStart: input.periodStart,
      periodEnd: input.periodEnd,
      deadline: input.deadline,
      anonymity: input.anonymity,
      minimumGroupSize: minimum,
      previousAssessmentId: input.previousAssessmentId ?? null,
    };
  }

  private async saveGroups(
    transaction: Transaction,
    assessmentId: string,
    before: readonly RaterGroupEntity[],
    inputs: readonly RaterGroupInput[],
  ): Promise<void> {
    const { organizationId } = transaction;
    const groups = transaction.manager.getRepository(RaterGroupEntity);
    const kept = new Set(inputs.map(({ id }) => id).filter(Boolean));
    for (const group of before) if (!kept.has(group.id)) await groups.delete({ organizationId, id: group.id });
    for (const [position, input] of inputs.entries()) {
      const values = { kind: input.kind, name: input.name.trim(), expectedSize: input.expectedSize, position };
      const known = before.find(({ id }) => id === input.id);
      if (known) await groups.update({ organizationId, id: known.id }, values);
      else await groups.insert({ ...values, organizationId, id: newId(), assessmentId, linkNonce: newId() });
    }
  }

  private async moveExpiry(transaction: Transaction, assessmentId: string, deadline: Date): Promise<void> {
    await transaction.query(
      `UPDATE invitation SET expires_at = $3 WHERE organization_id = $1 AND assessment_id = $2 AND submitted_on IS NULL`,
      [transaction.organizationId, assessmentId, deadline],
    );
  }
}

function storedOf(entity: AssessmentEntity): Stored {
  const keys = Object.keys(GOVERNED_BY) as (keyof Stored)[];
  // `fromEntries` forgets which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, entity[key]])) as unknown as Stored;
}

function forbiddenChanges(before: AssessmentEntity, changed: readonly (keyof Stored)[]): FieldProblem[] {
  return changed
    .filter((field) => !mayChange(before.state, GOVERNED_BY[field]))
    .map((field) => ({
      path: field,
      code: 'fixed_after_opening',
      message: 'This was promised to respondents when the wave opened and cannot change any more.',
    }));
}

function forbiddenGroups(
  before: AssessmentEntity,
  groups: readonly RaterGroupEntity[],
  input: AssessmentInput,
): FieldProblem[] {
  const unknown = input.raterGroups.flatMap(({ id }, index) =>
    id && !groups.some((group) => group.id === id)
      ? [{ path: `raterGroups.${index}.id`, code: 'unknown', message: 'This group is not part of the assessment.' }]
      : [],
  );
  if (mayChange(before.state, 'raterGroups')) return unknown;
  const same =
    groups.length === input.raterGroups.length &&
    groups.every((group) =>
      input.raterGroups.some(
        ({ id, kind, name }) => id === group.id && kind === group.kind && name.trim() === group.name,
      ),
    );
  return same
    ? unknown
    : [
        ...unknown,
        { path: 'raterGroups', code: 'fixed_after_opening', message: 'Rater groups are fixed once the wave is open.' },
      ];
}
