import { Inject, Injectable } from '@nestjs/common';
import { UnavailableError } from '@touchstone/domain';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AuditEntry } from '../audit/audit-entry.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Principal } from '../tenancy/principal.js';
import { APP_DATABASE, WORKER_DATABASE } from './database.tokens.js';
import { isDatabaseGone } from './database-gone.js';
import { statementName } from './statement-name.js';

/** One transaction on behalf of one principal. Everything a request does to the database goes through one of these. */
export interface Transaction {
  readonly principal: Principal;
  readonly organizationId: string;
  /** Repositories come from here and nowhere else: any other would run on a second connection, without the tenant. */
  readonly manager: EntityManager;
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /**
   * The same for a hot statement whose text is always one of a few: each connection parses and plans it once and keeps it
   * for as long as it lives, so a text that is put together from input does not belong here.
   */
  prepared<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Says what was changed; written to the organisation's audit chain at the end of this transaction. */
  audit(entry: AuditEntry): void;
  /** Runs once the transaction is committed; for what must not happen if it is not. */
  afterCommit(act: () => void): void;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(APP_DATABASE) private readonly app: DataSource,
    @Inject(WORKER_DATABASE) private readonly worker: DataSource,
  ) {}

  /** A transaction of the application role: isolated to the principal's organisation, without sight of anonymous answers. */
  write<T>(principal: Principal, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(this.app, principal, 'BEGIN', work);
  }

  /** The same, read-only. */
  read<T>(principal: Principal, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(this.app, principal, 'BEGIN READ ONLY', work);
  }

  /** Read-only, and every statement sees the same moment: for what is read page by page and must fit together. */
  snapshot<T>(principal: Principal, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(this.app, principal, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** A transaction of the worker role, which may read anonymous answers; for jobs only. */
  work<T>(principal: Principal, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(this.worker, principal, 'BEGIN', work);
  }

  private async run<T>(
    database: DataSource,
    principal: Principal,
    begin: string,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const runner = database.createQueryRunner();
    const entries: AuditEntry[] = [];
    const afterCommit: (() => void)[] = [];
    try {
      await this.begin(runner, begin, principal);
      const transaction: Transaction = {
        principal,
        organizationId: principal.organizationId,
        manager: runner.manager,
        // Asked for structured results, because the plain ones of TypeORM differ between SELECT and UPDATE … RETURNING.
        query: async (sql, parameters = []) => (await runner.query(sql, parameters as unknown[], true)).records,
        prepared: async (sql, parameters = []) => {
          const client = (await runner.connect()) as PoolClient;
          return (await client.query({ name: statementName(sql), text: sql, values: [...parameters] })).rows;
        },
        audit: (entry) => void entries.push(entry),
        afterCommit: (act) => void afterCommit.push(act),
      };
      const result = await work(transaction);
      if (entries.length > 0) await recordAudit(runner, principal, entries);
      await runner.query('COMMIT');
      (runner as { isTransactionActive: boolean }).isTransactionActive = false;
      for (const act of afterCommit) act();
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      (runner as { isTransactionActive: boolean }).isTransactionActive = false;
      if (isDatabaseGone(error)) throw new UnavailableError('The database');
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** Begin and tenant in one round trip. The ids are checked, because a simple query takes no parameters. */
  private async begin(runner: QueryRunner, begin: string, principal: Principal): Promise<void> {
    const accountId = principal.kind === 'member' ? principal.accountId : '';
    for (const id of [principal.organizationId, accountId]) {
      if (id !== '' && !UUID.test(id)) throw new Error('A principal carries an id that is not a UUID.');
    }
    await runner.query(
      `${begin}; SELECT set_config('app.organization_id', '${principal.organizationId}', true), set_config('app.user_id', '${accountId}', true)`,
    );
    // Tells TypeORM that it is inside a transaction; otherwise save() would begin and commit one of its own.
    (runner as { isTransactionActive: boolean }).isTransactionActive = true;
  }
}

/** Ids sort by the time they were made, which keeps indexes dense. */
export const newId = (): string => uuidv7();
