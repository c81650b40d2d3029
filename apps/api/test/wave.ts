import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestApplication, TestClient } from './test-application.js';

const MODEL = readFileSync(
  fileURLToPath(new URL('../../../models/easy-experience-maturity.yaml', import.meta.url)),
  'utf8',
);
const DAY = 24 * 3600 * 1000;

export interface OpenedWave {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly modelVersionId: string;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly link: string }[];
  readonly itemIds: readonly string[];
}

export const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);

/** The shipped model, published in the officer's organisation. */
export async function publishedModel(officer: TestClient): Promise<string> {
  const { importMaturityModel } = await officer.data(
    `mutation ($source: String!) { importMaturityModel(source: $source) { modelVersion { id } problems { message } } }`,
    { source: MODEL },
  );
  const id = importMaturityModel.modelVersion.id as string;
  await officer.data(`mutation ($id: ID!) { publishMaturityModelVersion(id: $id) { state } }`, { id });
  return id;
}

export function waveInput(
  modelVersionId: string,
  name: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    name,
    purpose: 'To learn where our programme stands.',
    modelVersionId,
    scopeKind: 'ORGANIZATION',
    periodStart: '2026-07-01',
    periodEnd: '2026-12-31',
    deadline: new Date(Date.now() + 14 * DAY).toISOString(),
    anonymity: 'ANONYMOUS',
    raterGroups: [
      { kind: 'EXECUTIVES', name: 'Executives', expectedSize: 8 },
      { kind: 'FRONT_LINE', name: 'Front line', expectedSize: 40 },
    ],
    ...changes,
  };
}

export async function draftWave(
  officer: TestClient,
  name = 'Autumn wave',
  changes: Record<string, unknown> = {},
): Promise<OpenedWave> {
  const modelVersionId = await publishedModel(officer);
  const { createAssessment } = await officer.data(
    `mutation ($input: AssessmentInput!) { createAssessment(input: $input) { id version raterGroups { id name link } } }`,
    { input: waveInput(modelVersionId, name, changes) },
  );
  const { maturityModelVersion } = await officer.data(
    `query ($id: ID!) { maturityModelVersion(id: $id) { dimensions { practices { items { id } } } } }`,
    { id: modelVersionId },
  );
  const itemIds = maturityModelVersion.dimensions.flatMap((dimension: { practices: { items: { id: string }[] }[] }) =>
    dimension.practices.flatMap(({ items }) => items.map(({ id }) => id)),
  );
  return {
    id: createAssessment.id,
    name,
    version: createAssessment.version,
    modelVersionId,
    groups: createAssessment.raterGroups,
    itemIds,
  };
}

export async function openWave(
  officer: TestClient,
  name = 'Autumn wave',
  changes: Record<string, unknown> = {},
): Promise<OpenedWave> {
  const wave = await draftWave(officer, name, changes);
  const { openAssessment } = await officer.data(
    `mutation ($id: ID!, $version: Int!) { openAssessment(id: $id, version: $version) { version } }`,
    { id: wave.id, version: wave.version },
  );
  return { ...wave, version: openAssessment.version };
}

/** Answers a wave through a group's link, as one more person of that group. */
export async function answer(
  application: TestApplication,
  wave: OpenedWave,
  groupIndex: number,
  answers: readonly { itemId: string; value?: number; notApplicable?: boolean; comment?: string }[],
): Promise<void> {
  const link = application.clientWith({ authorization: `Respondent ${tokenOf(wave.groups[groupIndex]!.link)}` });
  const { beginResponse } = await link.data('mutation { beginResponse { token } }');
  const respondent = application.clientWith({ authorization: `Respondent ${beginResponse.token}` });
  await respondent.data(
    `mutation ($answers: [AnswerInput!]!) { submitAnswers(answers: $answers, locale: "en") { answered } }`,
    { answers },
  );
}

/** Closes the wave and waits until its results are computed. */
export async function closeAndCompute(officer: TestClient, wave: OpenedWave): Promise<number> {
  const { assessment } = await officer.data('query ($id: ID!) { assessment(id: $id) { version } }', { id: wave.id });
  const { closeAssessment } = await officer.data(
    'mutation ($id: ID!, $version: Int!) { closeAssessment(id: $id, version: $version) { version resultsJobId } }',
    { id: wave.id, version: assessment.version },
  );
  for (let tries = 0; tries < 150; tries += 1) {
    const { job } = await officer.data('query ($id: ID!) { job(id: $id) { state errorMessage } }', {
      id: closeAssessment.resultsJobId,
    });
    if (job.state === 'COMPLETED') return closeAssessment.version;
    if (job.state === 'DEAD') throw new Error(`Computing failed: ${job.errorMessage}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('Computing the results took too long.');
}
