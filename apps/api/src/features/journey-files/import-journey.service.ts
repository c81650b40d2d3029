import { Injectable } from '@nestjs/common';
import { isJourneyFileError, type JourneyDocument, RuleError, sameName } from '@touchstone/domain';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import {
  actorOf,
  holdJourney,
  JourneyChanges,
  JourneyEntity,
  JourneyMapReadModel,
  type JourneyMapType,
  lockAtlas,
  nameOnce,
} from '../journeys/index.js';
import { answerFromToday } from '../ownership/index.js';
import { TouchpointService } from '../touchpoints/index.js';
import { LookAtJourneyFileService } from './look-at-journey-file.service.js';
import { writeMap } from './write-map.js';

export interface JourneyToReplace {
  readonly id: string;
  readonly version: number;
}

/** Brings a map in from a file: all of it in one transaction, or nothing where anything stands against it. */
@Injectable()
export class ImportJourneyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: LookAtJourneyFileService,
    private readonly library: TouchpointService,
    private readonly maps: JourneyMapReadModel,
    private readonly changes: JourneyChanges,
  ) {}

  async fromFile(
    principal: Principal,
    fileId: string,
    name: string | null,
    replace: JourneyToReplace | null,
  ): Promise<JourneyMapType> {
    const { document, problems } = await this.files.read(principal, fileId);
    const errors = problems.filter(isJourneyFileError).length;
    if (!document || errors > 0)
      throw new RuleError('JOURNEY_FILE_REFUSED', 'Problems stand against the file.', { count: errors });
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockAtlas(transaction);
      const id = replace
        ? await this.emptied(transaction, replace)
        : await this.begun(transaction, document, checkedName(name ?? document.journey.name));
      const touchpoints = await this.touchpoints(transaction, document);
      const { stages } = document;
      await writeMap(transaction, id, stages, touchpoints);
      const placed = stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0);
      const act = replace ? 'journey.replaced' : 'journey.imported';
      const changes = { fileId, stages: stages.length, touchpoints: placed };
      transaction.audit({ act, objectKind: 'Journey', objectId: id, changes });
      await this.changes.tell(transaction, id);
      return this.maps.mapIn(transaction, id);
    });
  }

  /** What the atlas says of a journey stays; what stands on its map gives way. */
  private async emptied(transaction: Transaction, { id, version }: JourneyToReplace): Promise<string> {
    await holdJourney(transaction, id);
    await compareAndSet(transaction, JourneyEntity, 'Journey', id, version, {});
    return id;
  }

  private async begun(transaction: Transaction, { journey }: JourneyDocument, name: string): Promise<string> {
    const { organizationId, manager } = transaction;
    const id = newId();
    const row = {
      name,
      summary: journey.summary,
      state: journey.state,
      lifecycle: journey.lifecycle,
      parentId: await this.named(transaction, 'journey', journey.partOf),
      personaId: await this.namedOrNew(transaction, 'persona', journey.persona),
      productId: await this.namedOrNew(transaction, 'product', journey.product),
    };
    await nameOnce(() =>
      manager.getRepository(JourneyEntity).insert({ organizationId, id, ...row, createdBy: actorOf(transaction) }),
    );
    return id;
  }

  private async named(
    { query, organizationId }: Transaction,
    table: 'journey' | 'persona' | 'product',
    name: string | null,
  ): Promise<string | null> {
    if (!name) return null;
    const [row] = await query<{ id: string }>(
      `SELECT id FROM ${table} WHERE organization_id = $1 AND lower(name) = lower($2) AND archived_at IS NULL
       ORDER BY id LIMIT 1 FOR SHARE`,
      [organizationId, name],
    );
    return row?.id ?? null;
  }

  private async namedOrNew(
    transaction: Transaction,
    table: 'persona' | 'product',
    name: string | null,
  ): Promise<string | null> {
    const known = await this.named(transaction, table, name);
    if (known || !name) return known;
    const id = newId();
    await transaction.query(`INSERT INTO ${table} (organization_id, id, name) VALUES ($1, $2, $3)`, [
      transaction.organizationId,
      id,
      name,
    ]);
    const objectKind = table === 'persona' ? 'Persona' : 'Product';
    transaction.audit({ act: `${table}.created`, objectKind, objectId: id, changes: { name } });
    return id;
  }

  /**
   * The teams that the file names, held until the end: teams come before touchpoints, as wherever owners change, so that a
   * re-organisation at the same time waits or is waited for, and never both.
   */
  private async teams(
    transaction: Transaction,
    { touchpoints }: Pick<JourneyDocument, 'touchpoints'>,
  ): Promise<Map<string, string>> {
    const names = touchpoints.flatMap(({ accountable }) => accountable ?? []);
    const rows = await transaction.query<{ id: string; name: string }>(
      `SELECT t.id, asked.name FROM unnest($2::text[]) AS asked(name)
       JOIN team t ON t.organization_id = $1 AND lower(t.name) = lower(asked.name) AND t.archived_at IS NULL
       ORDER BY t.id FOR SHARE OF t`,
      [transaction.organizationId, [...new Set(names)]],
    );
    return new Map(rows.reverse().map(({ id, name }) => [name, id]));
  }

  /** The library keeps what it has; what it lacks is added, with the team that answers for it where there is one. */
  private async touchpoints(transaction: Transaction, { touchpoints }: JourneyDocument): Promise<Map<string, string>> {
    const { query, organizationId } = transaction;
    const teams = await this.teams(transaction, { touchpoints });
    const rows = await query<{ id: string; name: string }>(
      `SELECT id, name FROM touchpoint WHERE organization_id = $1 AND archived_at IS NULL ORDER BY id FOR SHARE`,
      [organizationId],
    );
    const ids = new Map(rows.map(({ id, name }) => [sameName(name), id]));
    for (const { accountable, ...touchpoint } of touchpoints) {
      if (ids.has(sameName(touchpoint.name))) continue;
      const id = await this.library.createIn(transaction, touchpoint);
      ids.set(sameName(touchpoint.name), id);
      const teamId = accountable && teams.get(accountable);
      if (teamId) await answerFromToday(transaction, id, teamId);
    }
    return ids;
  }
}

export const replaceOf = (id: string | null, version: number | null): JourneyToReplace | null =>
  id === null ? null : { id: rowId(id, 'Journey'), version: version ?? 0 };
