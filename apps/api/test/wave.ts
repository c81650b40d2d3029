import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestClient } from './test-application.js';

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
