import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, RuleError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { lockedInitiative, Problems } from '../initiatives/index.js';
import type { BenefitInput, BenefitType } from './benefit.type.js';
import { BenefitsReadModel } from './benefits.read-model.js';

interface BenefitRow {
  readonly initiative_id: string;
  readonly target_minor: number;
  readonly forecast_minor: number | null;
  readonly actual_minor: number | null;
  readonly locked_at: string | null;
  readonly locked_by: string | null;
  readonly checked_at: string | null;
  readonly created_by: string | null;
}

/** Keeps what initiatives are worth. What came of it is filled from verdicts, never here: the database does not let it. */
@Injectable()
export class BenefitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly benefits: BenefitsReadModel,
  ) {}

  add(member: MemberPrincipal, initiativeId: string, input: BenefitInput): Promise<BenefitType> {
    return this.unitOfWork.write(member, async (transaction) => {
      await lockedInitiative(transaction, initiativeId, 'create', 'Benefit');
      const values = valuesOf(input);
      await demandOwnEffect(transaction, initiativeId, values.registration_id);
      const id = newId();
      await insertRow(transaction, 'benefit', {
        id,
        initiative_id: initiativeId,
        ...values,
        created_by: member.membershipId,
      });
      const changes = { initiativeId, targetMinor: values.target_minor, forecastMinor: values.forecast_minor };
      transaction.audit({ act: 'benefit.added', objectKind: 'Benefit', objectId: id, changes });
      return this.benefits.oneIn(transaction, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: BenefitInput): Promise<BenefitType> {
    return this.change(member, id, version, 'update', async (transaction, before) => {
      const values = valuesOf(input);
      if (before.locked_at !== null) throw locked();
      // A target that is set when the outcome is known is none, and another currency would make other money of the actual.
      if (before.actual_minor !== null)
        throw new RuleError('BENEFIT_FILLED', 'A verdict has said what came of it: target and forecast stay.');
      await demandOwnEffect(transaction, before.initiative_id, values.registration_id);
      const target = { before: before.target_minor, after: values.target_minor };
      const forecast = { before: before.forecast_minor, after: values.forecast_minor };
      return { act: 'benefit.updated', values, changes: { targetMinor: target, forecastMinor: forecast } };
    });
  }

  /** From the lock on, target and forecast stay; what is opened again has to be checked again. */
  lock(member: MemberPrincipal, id: string, version: number, locks: boolean): Promise<BenefitType> {
    return this.change(member, id, version, locks ? 'update' : 'archive', async (_, before) => {
      // Locked anew, it would have to be checked anew: nobody takes a check back but by opening what was checked.
      if (locks && before.locked_at !== null) throw locked();
      const values = {
        locked_at: locks ? new Date() : null,
        locked_by: locks ? member.membershipId : null,
        checked_at: null,
        checked_by: null,
      };
      return { act: locks ? 'benefit.locked' : 'benefit.unlocked', values, changes: {} };
    });
  }

  /** Finance has looked at it: somebody else than who entered or locked it. */
  check(member: MemberPrincipal, id: string, version: number): Promise<BenefitType> {
    return this.change(member, id, version, 'verify', async (_, before) => {
      if (before.locked_at === null) throw new RuleError('BENEFIT_NOT_LOCKED', 'Only locked numbers can be checked.');
      if (before.created_by === member.membershipId || before.locked_by === member.membershipId)
        throw new ForbiddenError('Nobody checks what they entered. Ask somebody else.');
      const values = { checked_at: new Date(), checked_by: member.membershipId };
      return { act: 'benefit.checked', values, changes: {} };
    });
  }

  private change(
    member: MemberPrincipal,
    id: string,
    version: number,
    action: 'update' | 'archive' | 'verify',
    decide: (transaction: Transaction, before: BenefitRow) => Promise<Change>,
  ): Promise<BenefitType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      const find = (lock: string) =>
        query<{ row: BenefitRow }>(
          `SELECT to_jsonb(b) AS row FROM benefit b WHERE b.organization_id = $1 AND b.id = $2 ${lock}`,
          [organizationId, rowId(id, 'Benefit')],
        );
      const [found] = await find('');
      if (!found) throw new NotFoundError('Benefit');
      await lockedInitiative(transaction, found.row.initiative_id, action, 'Benefit');
      // As it stands now: whoever waited for the initiative may have waited for a lock that was put on meanwhile.
      const [held] = await find('FOR UPDATE');
      const { act, values, changes } = await decide(transaction, held!.row);
      await changeRow(transaction, 'benefit', 'Benefit', id, version, values);
      transaction.audit({ act, objectKind: 'Benefit', objectId: id, changes });
      return this.benefits.oneIn(transaction, id);
    });
  }
}

const locked = (): RuleError => new RuleError('BENEFIT_LOCKED', 'This benefit is locked.');

interface Change {
  readonly act: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<Record<string, unknown>>;
}

async function demandOwnEffect(
  { query, organizationId }: Transaction,
  initiativeId: string,
  registrationId: string | null,
): Promise<void> {
  if (registrationId === null) return;
  const found = isUuid(registrationId)
    ? await query(
        `SELECT FROM effect_registration WHERE organization_id = $1 AND id = $2 AND initiative_id = $3 AND withdrawn_at IS NULL`,
        [organizationId, registrationId, initiativeId],
      )
    : [];
  if (found.length > 0) return;
  const problems = new Problems();
  problems.add('registrationId', 'unknown', 'This effect does not exist any more. Choose another one.');
  problems.throwIfAny();
}

function valuesOf(input: BenefitInput) {
  const problems = new Problems();
  const most = Number.MAX_SAFE_INTEGER;
  const currency = input.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency))
    problems.add('currency', 'unknown_currency', 'Write the currency as three letters, e.g. EUR.');
  const registrationId = input.registrationId ?? null;
  const values = {
    name: problems.text('name', input.name, 200, true),
    kind: input.kind,
    currency,
    target_minor: problems.whole('targetMinor', input.targetMinor, -most, most),
    forecast_minor: problems.whole('forecastMinor', input.forecastMinor, -most, most),
    registration_id: registrationId,
    worth_per_unit_minor: problems.whole('worthPerUnitMinor', input.worthPerUnitMinor, -most, most),
  };
  if (registrationId !== null && values.worth_per_unit_minor === null)
    problems.add('worthPerUnitMinor', 'required', 'Say what one unit of the metric is worth.');
  if (registrationId === null && values.worth_per_unit_minor !== null)
    problems.add('registrationId', 'required', 'Choose the effect whose units are worth that.');
  problems.throwIfAny();
  return values;
}
