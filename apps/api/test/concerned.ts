import { v7 as uuidv7 } from 'uuid';
import type { TestApplication, TestMember } from './test-application.js';

/** One of each thing that can concern somebody, written as the features would have. */
export class ConcernedPlace {
  private number = 0;

  private constructor(
    private readonly application: TestApplication,
    readonly organizationId: string,
    readonly office: TestMember,
  ) {}

  static async make(application: TestApplication): Promise<ConcernedPlace> {
    const organizationId = await application.organization(`Harbour ${uuidv7()}`);
    return new ConcernedPlace(
      application,
      organizationId,
      await application.member(organizationId, 'programme_office'),
    );
  }

  async initiative(title: string, owner: TestMember, values: Record<string, unknown> = {}): Promise<string> {
    this.number += 1;
    return this.insert('initiative', { number: this.number, title, owner_id: owner.membershipId, ...values });
  }

  async decision(question: string, decider: TestMember, values: Record<string, unknown> = {}): Promise<string> {
    this.number += 1;
    const people = { asked_by: this.office.membershipId, decider_id: decider.membershipId };
    return this.insert('decision', { number: this.number, question, ...people, ...values });
  }

  /** A decision that was taken a moment ago. */
  decided(question: string, decider: TestMember, values: Record<string, unknown> = {}): Promise<string> {
    const said = {
      state: 'returned',
      rationale: 'More evidence',
      decided_at: new Date(),
      decided_by: decider.membershipId,
    };
    return this.decision(question, decider, { ...said, ...values });
  }

  action(text: string, initiativeId: string, owner: TestMember, dueOn: string): Promise<string> {
    return this.insert('action', { text, initiative_id: initiativeId, owner_id: owner.membershipId, due_on: dueOn });
  }

  /** Locked by its office and not yet checked. */
  benefit(name: string, initiativeId: string, values: Record<string, unknown> = {}): Promise<string> {
    const by = this.office.membershipId;
    return this.insert('benefit', {
      name,
      initiative_id: initiativeId,
      kind: 'saving',
      currency: 'EUR',
      target_minor: 100,
      created_by: by,
      locked_by: by,
      locked_at: new Date(),
      ...values,
    });
  }

  async round(name: string, judge: TestMember, closesOn: string, judgedAt: Date | null = null): Promise<string> {
    const roundId = await this.insert('ranking_round', { name, closes_on: closesOn });
    await this.query(
      'INSERT INTO ranking_judge (organization_id, round_id, membership_id, judged_at) VALUES ($1, $2, $3, $4)',
      [roundId, judge.membershipId, judgedAt],
    );
    return roundId;
  }

  /** Its organisation is the first parameter. */
  query<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.application.database.query(sql, [this.organizationId, ...parameters]) as Promise<Row[]>;
  }

  private async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const id = uuidv7();
    const row = { organization_id: this.organizationId, id, ...values };
    const columns = Object.keys(row);
    await this.application.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    return id;
  }
}
