import { eventually } from '../browser/eventually.js';
import type { Visitor } from '../browser/stage.js';

const CREATE = `mutation ($input: MetricInput!) { createMetric(input: $input) { id } }`;
const LINK = `mutation ($metricId: ID!, $objectId: ID!) { linkMetric(metricId: $metricId, kind: TOUCHPOINT, objectId: $objectId) { id } }`;
const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`;
const ALERTS = `query ($metricId: ID!) { alerts(metricId: $metricId, rule: THRESHOLD) { edges { node { id } } } }`;

/** Somewhere in the month before this one, at noon so that no zone makes it another. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15, 12)).toISOString();
}

/**
 * A metric of a team, beyond its critical threshold in the month that is over: the officer imports one value, and the
 * alert comes of itself. Gives the alert's id.
 */
export async function alertFor(officer: Visitor, name: string, teamId: string, touchpointId?: string): Promise<string> {
  const key = name.toLowerCase().replace(/[^a-z]+/g, '_');
  const { createMetric } = await officer.api.ask<{ createMetric: { id: string } }>(CREATE, {
    input: {
      key,
      name,
      ownerTeamId: teamId,
      validFrom: '2020-01-01',
      definition: {
        class: 'STATE',
        category: 'OPERATIONAL',
        aggregation: 'MEAN',
        unit: 'min',
        direction: 'LOWER',
        criticalThreshold: 30,
        warningThreshold: 20,
        cadenceDays: 30,
      },
    },
  });
  const metricId = createMetric.id;
  if (touchpointId) await officer.api.ask(LINK, { metricId, objectId: touchpointId });
  const uploaded = await officer.context.request.post('/files', {
    headers: { 'x-touchstone-csrf': '1' },
    multipart: {
      file: { name: `${key}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`time,${key}\n${lastMonth()},42\n`) },
    },
  });
  const { fileId } = (await uploaded.json()) as { fileId: string };
  await officer.api.ask(START, {
    fileId,
    mapping: {
      shape: 'COLUMN_PER_METRIC',
      identity: 'SLOT',
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'METRIC', metricId },
      ],
    },
  });
  return eventually(async () => {
    const { alerts } = await officer.api.ask<{ alerts: { edges: { node: { id: string } }[] } }>(ALERTS, { metricId });
    const [found] = alerts.edges;
    expect(found).toBeDefined();
    return found!.node.id;
  }, 30_000);
}

/** The team that the sample's lead leads, with a touchpoint it answers for. */
export async function teamOf(lead: Visitor): Promise<{ teamId: string; touchpointId: string; touchpointName: string }> {
  const { myWork } = await lead.api.ask<{
    myWork: { teams: { id: string }[]; touchpoints: { id: string; name: string }[] };
  }>('{ myWork { teams { id } touchpoints { id name } } }');
  const [touchpoint] = myWork.touchpoints;
  return { teamId: myWork.teams[0]!.id, touchpointId: touchpoint!.id, touchpointName: touchpoint!.name };
}
