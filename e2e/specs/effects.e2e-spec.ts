import type { Page } from 'playwright-core';
import type { Api } from '../browser/api.js';
import { barriers } from '../browser/accessibility.js';
import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import type { Stage } from '../browser/stage.js';

const OFFICER = 'officer@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An initiative that only waits for its launch. */
async function readyToLaunch(stage: Stage, api: Api): Promise<string> {
  const { people } = await api.ask<{ people: { edges: { node: { id: string; email: string } }[] } }>(
    '{ people(first: 50) { edges { node { id email } } } }',
  );
  const [ownerId, sponsorId] = people.edges.map(({ node }) => node.id);
  const deciderId = people.edges.find(({ node }) => node.email === EXECUTIVE)!.node.id;
  const { createPainPoint } = await api.ask<{ createPainPoint: { id: string } }>(
    'mutation ($input: PainPointInput!) { createPainPoint(input: $input) { id } }',
    { input: { title: 'Customers come twice' } },
  );
  const { createInitiative } = await api.ask<{ createInitiative: { id: string; version: number } }>(
    'mutation ($input: InitiativeInput!) { createInitiative(input: $input) { id version } }',
    {
      input: {
        title: 'Open in one visit',
        hypothesisChange: 'one visit instead of two',
        hypothesisEffect: 'less time',
        hypothesisReason: 'the second one only signs',
        ownerId,
        sponsorId,
        startsOn: inDays(-30),
        painPointIds: [createPainPoint.id],
      },
    },
  );
  const { id } = createInitiative;
  await api.ask(
    'mutation ($initiativeId: ID!, $input: ActionInput!) { saveAction(initiativeId: $initiativeId, input: $input) { id } }',
    { initiativeId: id, input: { text: 'Train the desk' } },
  );
  // The bank lets nothing be approved without a decision.
  const { askForDecision } = await api.ask<{ askForDecision: { id: string; version: number } }>(
    `mutation ($initiativeId: ID!, $input: DecisionInput!) {
      askForDecision(initiativeId: $initiativeId, input: $input, opensStage: APPROVED) { id version } }`,
    { initiativeId: id, input: { question: 'Shall the second visit go?', options: [], deciderId } },
  );
  const executive = await stage.member(EXECUTIVE);
  await executive.api.ask(
    'mutation ($id: ID!, $version: Int!, $input: DecidingInput!) { decide(id: $id, version: $version, input: $input) { id } }',
    { ...askForDecision, input: { outcome: 'APPROVED', rationale: 'It only signs.' } },
  );
  for (const to of ['APPROVED', 'IN_PROGRESS']) {
    const { initiative } = await api.ask<{ initiative: { version: number } }>(
      'query ($id: ID!) { initiative(id: $id) { version } }',
      { id },
    );
    await api.ask(
      `mutation ($id: ID!, $version: Int!, $to: InitiativeStage!) {
        enterInitiativeStage(id: $id, version: $version, to: $to) { id } }`,
      { id, version: initiative.version, to },
    );
  }
  return id;
}

async function launch(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Move to …' }).click();
  await page.getByRole('menuitem', { name: 'Launched' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Launched on').fill(inDays(0));
  await panel.getByRole('button', { name: /Launched/ }).click();
  await gone(panel);
}

scenario(
  'an effect is registered with the sample it needs, sealed by the launch and withdrawn with a reason',
  async (stage) => {
    const { page, api } = await stage.member(OFFICER);
    await page.goto(`/initiatives/${await readyToLaunch(stage, api)}`);
    const effects = page.getByRole('region', { name: 'Effect' });
    await seen(effects.getByText('Say before the launch what this is to change', { exact: false }));
    await effects.getByRole('button', { name: 'Register an effect' }).click();
    const panel = page.getByRole('dialog');
    const metric = panel.getByRole('combobox', { name: 'Metric' }).or(panel.getByRole('textbox', { name: 'Metric' }));
    await metric.first().fill('Time to open');
    await page.getByRole('option', { name: 'Time to open an account' }).click();
    await panel.getByRole('radio', { name: 'It is to fall' }).check();
    await panel.getByLabel(/^Expected change/).fill('5');
    await seen(panel.getByText('Smallest change that can be seen'));
    await panel.getByLabel('Baseline until (day after)').fill(inDays(3));
    await seen(panel.getByText('The baseline must end before the launch', { exact: false }));
    await panel.getByLabel('Baseline until (day after)').fill(inDays(0));
    await gone(panel.getByText('The baseline must end before the launch', { exact: false }));
    expect(await barriers(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Register', exact: true }).click();
    await gone(panel);
    await says(effects, 'Time to open an account is to fall by 5 min, judged by interrupted time series');
    await says(effects, 'Not sealed yet');

    await launch(page);
    await says(effects, 'Sealed, waiting for its day');
    await says(effects, /[0-9a-f]{64}/);
    await gone(
      effects.getByRole('button', { name: 'Edit' }),
      effects.getByRole('button', { name: 'Register an effect' }),
    );
    await page.reload();
    await says(effects, 'Sealed, waiting for its day');
    expect(await barriers(page)).toEqual([]);

    await effects.getByRole('button', { name: 'Withdraw' }).click();
    await panel.getByLabel('Why it is withdrawn').fill('The survey was stopped');
    await panel.getByRole('button', { name: 'Withdraw' }).click();
    await gone(panel);
    await says(effects, 'The survey was stopped');
    await says(effects, 'Withdrawn');
  },
);

scenario('a benefit is entered by the office, locked, and confirmed by somebody else', async (stage) => {
  const { page, api } = await stage.member(OFFICER);
  const address = `/initiatives/${await readyToLaunch(stage, api)}`;
  await page.goto(address);
  const benefits = page.getByRole('region', { name: 'Benefit' });
  await benefits.getByRole('button', { name: 'Add a benefit' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('What it is').fill('Fewer second visits');
  await panel.getByLabel('Currency', { exact: false }).fill('eur');
  await panel.getByLabel('Target').fill('120000');
  expect(await barriers(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Save' }).click();
  await gone(panel);
  await says(benefits, 'Target 120,000 EUR');
  await benefits.getByRole('button', { name: 'Lock' }).click();
  await seen(benefits.getByRole('button', { name: 'Open again' }));
  await gone(benefits.getByRole('button', { name: 'Confirm the numbers' }));
  const executive = await stage.member('executive@harbour-bank.example');
  await executive.page.goto(address);
  await executive.page.getByRole('button', { name: 'Confirm the numbers' }).click();
  await says(executive.page.getByRole('region', { name: 'Benefit' }), 'Checked by finance');
});
