import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type EffectRegistration,
  type FieldProblem,
  NotFoundError,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { LaunchSeals, lockedInitiative, type PreparedSeal, Problems } from '../initiatives/index.js';
import { type CheckedEffect, checkEffect } from './check-effect.js';
import { type EffectRow, registrationOf, sealOf } from './effect-row.js';
import type { EffectInput } from './effect.input.js';
import type { EffectRegistrationType, PlannedEffectType } from './effect.type.js';
import { effectColumns, effectOf } from './effect-values.js';
import { judgeEffectJob } from './effects.jobs.js';
import { EffectsReadModel, planTypeOf } from './effects.read-model.js';

/** Keeps what is promised until the launch seals it. */
@Injectable()
export class EffectService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectsReadModel,
    private readonly seals: LaunchSeals,
  ) {}

  onModuleInit(): void {
    this.seals.register(prepareSeal);
  }

  /** The sample that a promise needs and all that stands against it, before it is saved. */
  plan(
    member: MemberPrincipal,
    initiativeId: string,
    id: string | null,
    input: EffectInput,
  ): Promise<PlannedEffectType> {
    const known = rowId(initiativeId, 'Initiative');
    return this.unitOfWork.read(member, async (transaction) => {
      const [found] = await transaction.query('SELECT FROM initiative WHERE organization_id = $1 AND id = $2', [
        transaction.organizationId,
        known,
      ]);
      if (!found) throw new NotFoundError('Initiative');
      const effect = effectOf(known, input);
      const checked = await checkEffect(transaction, effect, { id: id === null ? null : rowId(id, 'Effect') });
      return { ...checked, plan: planTypeOf(checked.plan) } as PlannedEffectType;
    });
  }

  /** `at` is said where a promise is taken in that was made earlier; what it rests on is looked at as of that day. */
  register(
    member: MemberPrincipal,
    initiativeId: string,
    input: EffectInput,
    at?: Date,
  ): Promise<EffectRegistrationType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const initiative = await lockedInitiative(transaction, initiativeId, 'create', 'Effect');
      demandAlive(initiative.stage);
      const effect = effectOf(initiative.id, input);
      const checked = await demandSound(transaction, effect, null, at);
      const id = newId();
      await once(() =>
        insertRow(transaction, 'effect_registration', {
          id,
          initiative_id: initiativeId,
          ...effectColumns(effect, input.watchDays ?? 180),
          plan: JSON.stringify({ effect: checked.plan }),
          created_by: member.membershipId,
          ...(at && { created_at: at, changed_at: at }),
        }),
      );
      const changes = { ...effect };
      transaction.audit({ act: 'effect.registered', objectKind: 'Effect', objectId: id, changes });
      return this.effects.oneIn(transaction, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: EffectInput): Promise<EffectRegistrationType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await lockedEffect(transaction, id, 'update');
      if (before.sealed_at !== null)
        throw new RuleError('EFFECT_SEALED', 'What was sealed at the launch stays as it is.');
      if (before.withdrawn_at !== null) throw withdrawn();
      const effect = effectOf(before.initiative_id, input);
      const checked = await demandSound(transaction, effect, id);
      await once(() =>
        changeRow(transaction, 'effect_registration', 'Effect', id, version, {
          ...effectColumns(effect, input.watchDays ?? 180),
          plan: JSON.stringify({ effect: checked.plan }),
          changed_at: new Date(),
        }),
      );
      const changes = { before: registrationOf(before), after: effect };
      transaction.audit({ act: 'effect.updated', objectKind: 'Effect', objectId: id, changes });
      return this.effects.oneIn(transaction, id);
    });
  }

  /** The promise stays to be read, with the reason. What was judged stays a verdict. */
  withdraw(member: MemberPrincipal, id: string, version: number, given: string): Promise<EffectRegistrationType> {
    const problems = new Problems();
    const reason = problems.text('reason', given, 2000, true);
    problems.throwIfAny();
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await lockedEffect(transaction, id, 'update');
      if (before.withdrawn_at !== null) throw withdrawn();
      const [judged] = await transaction.query(
        `SELECT FROM effect_verdict WHERE organization_id = $1 AND registration_id = $2 AND verdict <> 'insufficient' LIMIT 1`,
        [transaction.organizationId, id],
      );
      if (judged) throw new RuleError('EFFECT_JUDGED', 'There is a verdict already: it stays, whatever it says.');
      await changeRow(transaction, 'effect_registration', 'Effect', id, version, {
        withdrawn_at: new Date(),
        withdrawn_by: member.membershipId,
        withdrawn_reason: reason,
      });
      const changes = { reason, sealed: before.sealed_at !== null };
      transaction.audit({ act: 'effect.withdrawn', objectKind: 'Effect', objectId: id, changes });
      return this.effects.oneIn(transaction, id);
    });
  }

  /** Has it judged now instead of at the next round; before its day nobody looks. Gives the job to follow. */
  judgeNow(member: MemberPrincipal, id: string): Promise<string> {
    return this.unitOfWork.write(member, async (transaction) => {
      const row = await lockedEffect(transaction, id, 'run');
      if (row.withdrawn_at !== null) throw withdrawn();
      const effect = await this.effects.oneIn(transaction, id);
      if (effect.sealedAt === null) throw new RuleError('EFFECT_NOT_SEALED', 'Only what was sealed can be judged.');
      if (!effect.due) {
        const latest = effect.verdicts.find(({ occasion }) => occasion === 'evaluation');
        if (latest) throw new RuleError('EFFECT_JUDGED', 'There is a verdict already: it stays, whatever it says.');
        throw new RuleError('EFFECT_NOT_DUE', 'Its day has not come yet.', { day: effect.evaluateOn });
      }
      return enqueue(transaction, judgeEffectJob, { registrationId: id });
    });
  }
}

const withdrawn = (): RuleError => new RuleError('EFFECT_WITHDRAWN', 'This effect was withdrawn.');

function demandAlive(stage: string): void {
  if (stage === 'withdrawn') throw new RuleError('INITIATIVE_WITHDRAWN', 'This initiative was withdrawn.');
}

/** Two who register the same at once: the index lets only one of them. */
const once = <T>(act: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'effect_registration_once',
    () => ValidationError.of('metricId', 'registered_already', 'This initiative has registered this metric already.'),
    act,
  );

/** The row, with its initiative held first, as every act that touches both does. */
async function lockedEffect(transaction: Transaction, id: string, action: 'update' | 'run'): Promise<EffectRow> {
  const { query, organizationId } = transaction;
  const find = (lock: string) =>
    query<{ row: EffectRow }>(
      `SELECT to_jsonb(r) AS row FROM effect_registration r WHERE r.organization_id = $1 AND r.id = $2 ${lock}`,
      [organizationId, rowId(id, 'Effect')],
    );
  const [found] = await find('');
  if (!found) throw new NotFoundError('Effect');
  await lockedInitiative(transaction, found.row.initiative_id, action, 'Effect');
  const [locked] = await find('FOR UPDATE');
  return locked!.row;
}

const refusalsOf = ({ problems }: CheckedEffect): FieldProblem[] =>
  problems
    .filter(({ severity }) => severity === 'refusal')
    .map(({ path, code, message, params }) => ({ path, code, message, ...(params && { params }) }));

async function demandSound(
  transaction: Transaction,
  effect: EffectRegistration,
  id: string | null,
  at?: Date,
): Promise<CheckedEffect> {
  const checked = await checkEffect(transaction, effect, { id, asOf: at?.toISOString().slice(0, 10) });
  const refusals = refusalsOf(checked);
  if (refusals.length > 0) throw new ValidationError(refusals);
  return checked;
}

/** Looks at what a launch on a day would seal, as it stands today. */
async function prepareSeal(
  transaction: Transaction,
  initiativeId: string,
  launchedOn: string,
  sealedAt: Date,
): Promise<PreparedSeal> {
  const { query, organizationId, principal } = transaction;
  const rows = await query<{ row: EffectRow; changedOn: string }>(
    `SELECT to_jsonb(r) AS row, (r.changed_at AT TIME ZONE o.time_zone)::date::text AS "changedOn"
     FROM effect_registration r JOIN organization o ON o.id = r.organization_id
     WHERE r.organization_id = $1 AND r.initiative_id = $2 AND r.sealed_at IS NULL AND r.withdrawn_at IS NULL
     ORDER BY r.id FOR UPDATE OF r`,
    [organizationId, initiativeId],
  );
  const looked: { row: EffectRow; checked: CheckedEffect; refusals: FieldProblem[] }[] = [];
  for (const { row, changedOn } of rows) {
    const effect = { ...registrationOf(row), launchOn: launchedOn };
    const checked = await checkEffect(transaction, effect, { id: row.id, asOf: launchedOn });
    const late =
      changedOn > launchedOn
        ? [
            {
              path: 'launchOn',
              code: 'registered_after_launch',
              message: AFTER_LAUNCH,
              params: { changedOn, launchedOn },
            },
          ]
        : [];
    looked.push({ row, checked, refusals: [...late, ...refusalsOf(checked)] });
  }
  const by = principal.kind === 'member' ? principal.membershipId : null;
  return {
    refusals: new Map(looked.map(({ row, refusals }) => [row.id, refusals])),
    seal: async () => {
      for (const { row, checked } of looked) {
        const plan = { effect: checked.plan, baseline: checked.baseline };
        const sealed = { ...row, launched_on: launchedOn, sealed_at: sealedAt.toISOString(), sealed_by: by, plan };
        const seal = sealOf(sealed);
        await query(
          `UPDATE effect_registration SET launched_on = $3, sealed_at = $4, sealed_by = $5, plan = $6, seal = $7, version = version + 1
           WHERE organization_id = $1 AND id = $2`,
          [organizationId, row.id, launchedOn, sealedAt, by, JSON.stringify(plan), seal],
        );
        const changes = { initiativeId, launchedOn, seal: seal.toString('hex') };
        transaction.audit({ act: 'effect.sealed', objectKind: 'Effect', objectId: row.id, changes });
      }
    },
  };
}

const AFTER_LAUNCH =
  'This effect was last changed after the launch: it may have been chosen to fit. Withdraw it with a reason, or give the day on which the launch was.';
