import { request } from 'playwright-core';
import { Api } from '../browser/api.js';
import { eventually } from '../browser/eventually.js';
import type { Stage, Visitor } from '../browser/stage.js';

export interface GroupWanted {
  readonly kind: 'EXECUTIVES' | 'PROGRAMME_OFFICE' | 'OWNING_TEAMS' | 'FRONT_LINE' | 'PARTNERS' | 'OTHER';
  readonly name: string;
  readonly expected: number;
}

export interface Answer {
  readonly itemId: string;
  readonly value?: number;
  readonly notApplicable?: boolean;
  readonly comment?: string;
}

interface StoredAssessment {
  readonly id: string;
  readonly version: number;
  readonly raterGroups: readonly { readonly id: string; readonly name: string; readonly link: string | null }[];
}

const DAY = 24 * 3600 * 1000;
const STORED = 'id version raterGroups { id name link }';
export const EXECUTIVES = { kind: 'EXECUTIVES', name: 'Executives', expected: 8 } as const;
export const FRONT_LINE = { kind: 'FRONT_LINE', name: 'Front line', expected: 40 } as const;

/** A wave prepared through the API by the officer whose session it is, for scenarios whose subject comes later. */
export class PreparedWave {
  private constructor(
    private readonly stage: Stage,
    private readonly officer: Visitor,
    readonly name: string,
    readonly itemIds: readonly string[],
    private stored: StoredAssessment,
  ) {}

  static async draft(
    stage: Stage,
    officer: Visitor,
    name: string,
    groups: readonly GroupWanted[] = [EXECUTIVES, FRONT_LINE],
    changes: Record<string, unknown> = {},
  ): Promise<PreparedWave> {
    const { maturityModelVersions } = await officer.api.ask<{
      maturityModelVersions: { id: string; modelKey: string }[];
    }>('{ maturityModelVersions { id modelKey } }');
    const model = maturityModelVersions.find(({ modelKey }) => modelKey === 'easy-experience-maturity');
    if (!model) throw new Error('The shipped model is missing.');
    const { maturityModelVersion } = await officer.api.ask<{
      maturityModelVersion: { dimensions: { practices: { items: { id: string }[] }[] }[] };
    }>('query ($id: ID!) { maturityModelVersion(id: $id) { dimensions { practices { items { id } } } } }', model);
    const { createAssessment } = await officer.api.ask<{ createAssessment: StoredAssessment }>(
      `mutation ($input: AssessmentInput!) { createAssessment(input: $input) { ${STORED} } }`,
      {
        input: {
          name,
          purpose: 'To learn where our programme stands.',
          modelVersionId: model.id,
          scopeKind: 'ORGANIZATION',
          periodStart: '2026-07-01',
          periodEnd: '2026-12-31',
          deadline: new Date(Date.now() + 14 * DAY).toISOString(),
          anonymity: 'ANONYMOUS',
          raterGroups: groups.map(({ kind, name: called, expected }) => ({
            kind,
            name: called,
            expectedSize: expected,
          })),
          ...changes,
        },
      },
    );
    const itemIds = maturityModelVersion.dimensions.flatMap(({ practices }) =>
      practices.flatMap(({ items }) => items.map(({ id }) => id)),
    );
    return new PreparedWave(stage, officer, name, itemIds, createAssessment);
  }

  static async open(...wanted: Parameters<typeof PreparedWave.draft>): Promise<PreparedWave> {
    const wave = await PreparedWave.draft(...wanted);
    await wave.take('openAssessment');
    return wave;
  }

  get id(): string {
    return this.stored.id;
  }

  group(name: string): { id: string; link: string } {
    const group = this.stored.raterGroups.find((each) => each.name === name);
    if (!group?.link) throw new Error(`The group ${name} has no link.`);
    return { id: group.id, link: group.link };
  }

  async take(verb: 'openAssessment' | 'closeAssessment' | 'publishAssessment'): Promise<void> {
    const { assessment } = await this.officer.api.ask<{ assessment: { version: number } }>(
      'query ($id: ID!) { assessment(id: $id) { version } }',
      { id: this.id },
    );
    const answer = await this.officer.api.ask<Record<string, StoredAssessment>>(
      `mutation ($id: ID!, $version: Int!) { ${verb}(id: $id, version: $version) { ${STORED} } }`,
      { id: this.id, version: assessment.version },
    );
    this.stored = answer[verb] ?? this.stored;
  }

  /** As many more people of the group answer through its link; `level` says what the nth of them thinks of the mth question. */
  async answeredBy(group: string, people: number, level: (person: number, item: number) => number): Promise<void> {
    for (let person = 0; person < people; person += 1) {
      await this.submit(
        group,
        this.itemIds.map((itemId, item) => ({ itemId, value: level(person, item) })),
      );
    }
  }

  async submit(group: string, answers: readonly Answer[]): Promise<void> {
    const behind = await request.newContext({ baseURL: this.stage.url });
    const as = (token: string) => new Api(behind, `Respondent ${token}`);
    const { beginResponse } = await as(tokenOf(this.group(group).link)).ask<{ beginResponse: { token: string } }>(
      'mutation { beginResponse { token } }',
    );
    await as(beginResponse.token).ask(
      'mutation ($answers: [AnswerInput!]!) { submitAnswers(answers: $answers, locale: "en") { answered } }',
      { answers },
    );
    await behind.dispose();
  }

  /** Closes the wave; comes back when its results are there. */
  async closed(): Promise<this> {
    await this.take('closeAssessment');
    await eventually(async () => {
      const { assessment } = await this.officer.api.ask<{ assessment: { resultsComputedAt: string | null } }>(
        'query ($id: ID!) { assessment(id: $id) { resultsComputedAt } }',
        { id: this.id },
      );
      expect(assessment.resultsComputedAt).not.toBeNull();
    }, 30_000);
    return this;
  }

  async invite(person: { name: string; email?: string; group: string }, sendMail = false): Promise<string> {
    const { createInvitations } = await this.officer.api.ask<{ createInvitations: { link: string }[] }>(
      `mutation ($id: ID!, $invitees: [InviteeInput!]!, $sendMail: Boolean!) {
        createInvitations(assessmentId: $id, invitees: $invitees, sendMail: $sendMail) { link }
      }`,
      {
        id: this.id,
        sendMail,
        invitees: [{ raterGroupId: this.group(person.group).id, name: person.name, email: person.email, locale: 'en' }],
      },
    );
    const link = createInvitations[0]?.link;
    if (!link) throw new Error('No link was issued.');
    return link;
  }
}

const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);

/** A wave of the sample programme, or of an earlier scenario, by its name. */
export async function idOf(member: Visitor, name: string): Promise<string> {
  const { assessments } = await member.api.ask<{ assessments: { edges: { node: { id: string; name: string } }[] } }>(
    'query ($name: String!) { assessments(search: $name) { edges { node { id name } } } }',
    { name },
  );
  const wave = assessments.edges.find(({ node }) => node.name === name);
  if (!wave) throw new Error(`There is no wave called ${name}.`);
  return wave.node.id;
}
