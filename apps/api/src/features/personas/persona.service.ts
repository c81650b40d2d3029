import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  LONGEST_PERSONA_TEXT,
  NotFoundError,
  type PersonaKind,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { PersonaEntity } from './persona.entity.js';
import { type PersonaInput, PersonaKindEnum, type PersonaType } from './persona.type.js';
import { PersonasReadModel } from './personas.read-model.js';

interface PersonaValues {
  readonly name: string;
  readonly kind: PersonaKind;
  readonly description: string;
  readonly needs: string;
}

/** Keeps the personas: named once, chosen for many journeys, put away when nobody speaks of them any more. */
@Injectable()
export class PersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personas: PersonasReadModel,
  ) {}

  create(principal: Principal, input: PersonaInput): Promise<PersonaType> {
    const persona = checked(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const id = newId();
      const { organizationId, manager } = transaction;
      await once(() => manager.getRepository(PersonaEntity).insert({ organizationId, id, ...persona }));
      transaction.audit({ act: 'persona.created', objectKind: 'Persona', objectId: id, changes: { ...persona } });
      return this.personas.oneIn(transaction, id);
    });
  }

  update(principal: Principal, id: string, version: number, input: PersonaInput): Promise<PersonaType> {
    const persona = checked(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await personaIn(transaction, id, version);
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The persona is archived.');
      await once(() => compareAndSet(transaction, PersonaEntity, 'Persona', id, version, persona));
      const changes = changedFields<Partial<PersonaEntity>>(before, persona);
      transaction.audit({ act: 'persona.updated', objectKind: 'Persona', objectId: id, changes });
      return this.personas.oneIn(transaction, id);
    });
  }

  /** Its journeys keep it; it is offered for no other. */
  archive(principal: Principal, id: string, version: number, archived: boolean): Promise<PersonaType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await personaIn(transaction, id, version);
      if (archived && before.archivedAt) throw new RuleError('ARCHIVED', 'The persona is archived.');
      if (!archived && !before.archivedAt) throw new RuleError('NOT_ARCHIVED', 'The persona is not archived.');
      const archivedAt = archived ? new Date() : null;
      await once(() => compareAndSet(transaction, PersonaEntity, 'Persona', id, version, { archivedAt }));
      const act = archived ? 'persona.archived' : 'persona.restored';
      transaction.audit({ act, objectKind: 'Persona', objectId: id });
      return this.personas.oneIn(transaction, id);
    });
  }
}

async function personaIn(
  { manager, organizationId }: Transaction,
  id: string,
  version: number,
): Promise<PersonaEntity> {
  const persona = await manager.getRepository(PersonaEntity).findOneBy({ organizationId, id: rowId(id, 'Persona') });
  if (!persona) throw new NotFoundError('Persona');
  // As GraphQL would say it: what travels in an error passes the schema by.
  if (persona.version !== version)
    throw new ConflictError('Persona', { ...persona, kind: graphqlName(PersonaKindEnum, persona.kind) });
  return persona;
}

function checked(input: PersonaInput): PersonaValues {
  const text = (path: 'description' | 'needs'): string => {
    const cleaned = input[path]?.trim() ?? '';
    if (cleaned.length <= LONGEST_PERSONA_TEXT) return cleaned;
    const maximum = LONGEST_PERSONA_TEXT;
    throw ValidationError.of(path, 'too_long', `Use at most ${maximum} characters.`, { maximum });
  };
  return {
    name: checkedName(input.name),
    kind: input.kind ?? 'customer',
    description: text('description'),
    needs: text('needs'),
  };
}

const once = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken('persona_name_once', () => ValidationError.of('name', 'taken', 'Another one has this name.'), work);
