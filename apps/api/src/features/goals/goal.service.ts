import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { GoalEntity } from './goal.entity.js';
import { ExperienceDomainEnum } from './goal.type.js';
import { ObjectiveEntity } from './objective.entity.js';

export interface GoalValues {
  readonly name: string;
  readonly statement: string;
  readonly dueOn: string | null;
}

export interface ObjectiveValues {
  readonly goalId: string | null;
  readonly name: string;
  readonly statement: string;
  readonly domains: readonly ExperienceDomainEnum[];
}

const LONGEST_STATEMENT = 4000;

/** Sets goals and objectives, and puts them away and back. Each act answers with the id of what it was done to. */
@Injectable()
export class GoalService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  createGoal(principal: Principal, input: GoalValues): Promise<string> {
    const goal = { name: checkedName(input.name), statement: checkedStatement(input.statement), dueOn: input.dueOn };
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = newId();
      const { organizationId, manager } = transaction;
      const createdBy = authorOf(principal);
      await manager.getRepository(GoalEntity).insert({ organizationId, id, createdBy, ...goal });
      transaction.audit({ act: 'goal.created', objectKind: 'Goal', objectId: id, changes: goal });
      return id;
    });
  }

  updateGoal(principal: Principal, id: string, version: number, input: GoalValues): Promise<string> {
    const goal = { name: checkedName(input.name), statement: checkedStatement(input.statement), dueOn: input.dueOn };
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await goalIn(transaction, id, version);
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The goal is archived.');
      await compareAndSet(transaction, GoalEntity, 'Goal', id, version, goal);
      const changes = changedFields<Partial<GoalEntity>>(before, goal);
      transaction.audit({ act: 'goal.updated', objectKind: 'Goal', objectId: id, changes });
      return id;
    });
  }

  /** Its objectives stay and are shown as without a goal, until they get another. */
  archiveGoal(principal: Principal, id: string, version: number, archived: boolean): Promise<string> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await goalIn(transaction, id, version);
      const archivedAt = archived ? new Date() : null;
      await compareAndSet(transaction, GoalEntity, 'Goal', id, version, { archivedAt });
      transaction.audit({ act: archived ? 'goal.archived' : 'goal.restored', objectKind: 'Goal', objectId: id });
      return id;
    });
  }

  createObjective(principal: Principal, input: ObjectiveValues): Promise<string> {
    return this.unitOfWork.write(principal, async (transaction) => {
      if (input.goalId) await demandActiveGoal(transaction, input.goalId);
      const objective = checkedObjective(input);
      const id = newId();
      const { organizationId, manager } = transaction;
      const createdBy = authorOf(principal);
      await manager.getRepository(ObjectiveEntity).insert({ organizationId, id, createdBy, ...objective });
      transaction.audit({ act: 'objective.created', objectKind: 'Objective', objectId: id, changes: objective });
      return id;
    });
  }

  updateObjective(principal: Principal, id: string, version: number, input: ObjectiveValues): Promise<string> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await objectiveIn(transaction, id, version);
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The objective is archived.');
      if (input.goalId && input.goalId !== before.goalId) await demandActiveGoal(transaction, input.goalId);
      const objective = checkedObjective(input);
      await compareAndSet(transaction, ObjectiveEntity, 'Objective', id, version, objective);
      const changes = changedFields<Partial<ObjectiveEntity>>(before, objective);
      transaction.audit({ act: 'objective.updated', objectKind: 'Objective', objectId: id, changes });
      return id;
    });
  }

  archiveObjective(principal: Principal, id: string, version: number, archived: boolean): Promise<string> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await objectiveIn(transaction, id, version);
      const archivedAt = archived ? new Date() : null;
      await compareAndSet(transaction, ObjectiveEntity, 'Objective', id, version, { archivedAt });
      const act = archived ? 'objective.archived' : 'objective.restored';
      transaction.audit({ act, objectKind: 'Objective', objectId: id });
      return id;
    });
  }
}

const authorOf = (principal: Principal): string | null => (principal.kind === 'member' ? principal.membershipId : null);

async function goalIn({ manager, organizationId }: Transaction, id: string, version: number): Promise<GoalEntity> {
  const goal = await manager.getRepository(GoalEntity).findOneBy({ organizationId, id: rowId(id, 'Goal') });
  if (!goal) throw new NotFoundError('Goal');
  if (goal.version !== version) throw new ConflictError('Goal', goal);
  return goal;
}

async function objectiveIn(
  { manager, organizationId }: Transaction,
  id: string,
  version: number,
): Promise<ObjectiveEntity> {
  const found = await manager.getRepository(ObjectiveEntity).findOneBy({ organizationId, id: rowId(id, 'Objective') });
  if (!found) throw new NotFoundError('Objective');
  if (found.version === version) return found;
  const domains = found.domains.map((domain) => graphqlName(ExperienceDomainEnum, domain));
  throw new ConflictError('Objective', { ...found, domains });
}

async function demandActiveGoal({ manager, organizationId }: Transaction, id: string): Promise<void> {
  const goal = await manager.getRepository(GoalEntity).findOneBy({ organizationId, id: rowId(id, 'Goal') });
  if (!goal) throw new NotFoundError('Goal');
  if (goal.archivedAt) throw new RuleError('ARCHIVED', 'The goal is archived.');
}

function checkedObjective({ goalId, name, statement, domains }: ObjectiveValues) {
  if (domains.length === 0) throw ValidationError.of('domains', 'arrayNotEmpty', 'Name at least one domain.');
  return {
    goalId,
    name: checkedName(name),
    statement: checkedStatement(statement),
    domains: [...new Set(domains)].sort(),
  };
}

function checkedStatement(statement: string): string {
  const trimmed = statement.trim();
  if (trimmed.length <= LONGEST_STATEMENT) return trimmed;
  const params = { maximum: LONGEST_STATEMENT };
  throw ValidationError.of('statement', 'too_long', `Use at most ${LONGEST_STATEMENT} characters.`, params);
}
