import type { Page } from 'playwright-core';
import type { Api } from '../browser/api.js';
import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';

const OFFICER = 'officer@harbour-bank.example';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Sixty quiet days, and ten after a change; half of the rows of each branch. */
const ROWS = Array.from({ length: 70 }, (_, index) => {
  const value = index < 60 ? 10 + (index % 3) : 30 + (index % 3);
  return `${daysAgo(70 - index)},${value},${index % 2 ? 'North' : 'South'}`;
});

async function bringIn(page: Page, api: Api, metricId: string): Promise<void> {
  const answer = await page.request.post('/files', {
    headers: { 'x-touchstone-csrf': '1' },
    multipart: {
      file: { name: 'waits.csv', mimeType: 'text/csv', buffer: Buffer.from(`day,wait,region\n${ROWS.join('\n')}\n`) },
    },
  });
  const { fileId } = (await answer.json()) as { fileId: string };
  const columns = [
    { column: 0, target: 'TIME' },
    { column: 1, target: 'METRIC', metricId },
    { column: 2, target: 'SEGMENT', dimension: 'region' },
  ];
  await api.ask(
    `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
      startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`,
    { fileId, mapping: { shape: 'COLUMN_PER_METRIC', identity: 'SLOT', columns } },
  );
  await eventually(async () => {
    const { metricSeries } = await api.ask<{ metricSeries: { points: unknown[]; pending: boolean } }>(
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
        metricSeries(metricId: $id, grain: DAY, from: $from, to: $to) { pending points { n } } }`,
      { id: metricId, from: `${daysAgo(90)}T00:00:00Z`, to: `${daysAgo(-1)}T00:00:00Z` },
    );
    expect(metricSeries).toMatchObject({ pending: false });
    expect(metricSeries.points).toHaveLength(70);
  });
}

scenario('a series is looked at, compared, explained, and judged by limits that stay', async (stage) => {
  const { page, api } = await stage.member(OFFICER);
  const { createMetric } = await api.ask<{ createMetric: { id: string } }>(
    `mutation ($input: MetricInput!) { createMetric(input: $input) { id } }`,
    {
      input: {
        key: 'wait_at_the_gate',
        name: 'Wait at the gate',
        validFrom: daysAgo(400),
        definition: {
          definition: 'From arrival to the gate.',
          class: 'STATE',
          category: 'OPERATIONAL',
          aggregation: 'MEAN',
          unit: 'minutes',
          direction: 'LOWER',
          notApplicable: [],
          source: 'Gate log',
        },
      },
    },
  );
  await bringIn(page, api, createMetric.id);
  await page.goto(`/metrics/${createMetric.id}?grain=DAY&from=${daysAgo(10)}&to=${daysAgo(1)}`);
  await page
    .getByRole('button', { name: 'Show as table' })
    .or(page.getByRole('button', { name: 'Table' }))
    .first()
    .click();
  await says(page.getByRole('table', { name: 'Wait at the gate over time' }), '30 minutes');

  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'The days before' });
  await seen(page.getByText(/more than chance explains: worse/));

  await page.getByRole('combobox', { name: 'Break down by' }).selectOption('region');
  await says(page.getByRole('table', { name: 'Segments' }), 'North');

  const panel = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await panel.getByLabel('Day').fill(daysAgo(10));
  await panel.getByLabel('What happened').fill('New scanners');
  await panel.getByRole('button', { name: 'Save' }).click();
  await gone(panel);
  await seen(page.getByText('New scanners'));

  await page.getByText('Control chart', { exact: true }).click();
  await page.getByRole('button', { name: 'Set a baseline' }).click();
  await panel.getByLabel('First day').fill(daysAgo(70));
  await panel.getByLabel('Last day').fill(daysAgo(11));
  await panel.getByRole('button', { name: 'Freeze the limits' }).click();
  await gone(panel);
  await seen(page.getByText(/limits frozen from the baseline, 60 points/));
  await says(page.getByRole('list', { name: 'Signals' }), 'above the upper limit');

  await page.getByRole('button', { name: 'Rows behind a point' }).click();
  await says(panel.getByRole('table'), 'waits.csv');
});
