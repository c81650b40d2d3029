import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { PHONE } from '../browser/stage.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const JUDGES = ['lead@harbour-bank.example', 'mortgages@harbour-bank.example'];

scenario(
  'an executive judges on a phone, and the office sets it against the data and writes down what is agreed',
  async (stage) => {
    const officer = await stage.member('officer@harbour-bank.example');
    const { executives, leads, opportunities } = await officer.api.ask<{
      executives: { edges: { node: { id: string } }[] };
      leads: { edges: { node: { id: string; email: string } }[] };
      opportunities: { edges: { node: { id: string; number: number } }[] };
    }>(`{ executives: people(role: EXECUTIVE) { edges { node { id } } }
      leads: people(role: TEAM_LEAD) { edges { node { id email } } }
      opportunities(first: 100, states: [OPEN, TAKEN]) { edges { node { id number } } } }`);
    const items = opportunities.edges.slice(0, 3).map(({ node }) => node);
    const named = leads.edges.filter(({ node }) => JUDGES.includes(node.email));
    const { openRankingRound: round } = await officer.api.ask<{ openRankingRound: { id: string } }>(
      'mutation ($input: NewRankingRoundInput!) { openRankingRound(input: $input) { id } }',
      {
        input: {
          name: 'Before the board',
          closesOn: inDays(7),
          opportunityIds: items.map(({ id }) => id),
          judgeIds: [...executives.edges, ...named].map(({ node }) => node.id),
        },
      },
    );
    for (const email of JUDGES) {
      const { api } = await stage.member(email);
      await api.ask(
        'mutation ($roundId: ID!, $order: [ID!]!) { saveJudgement(roundId: $roundId, version: 0, order: $order, handIn: true) { id } }',
        { roundId: round.id, order: items.map(({ id }) => id) },
      );
    }

    const { page } = await stage.member('executive@harbour-bank.example', PHONE);
    await page.goto('/');
    await page.getByRole('link', { name: 'Before the board' }).click();
    const order = page.getByRole('list', { name: 'Your order, most important first' });
    await seen(order);
    const last = order.getByRole('listitem').last();
    const title = await last.locator('strong').innerText();
    // By keyboard, twice: the arrow keeps the focus of what it moves.
    await last.getByRole('button', { name: /^Move .* up$/ }).focus();
    await page.keyboard.press('Enter');
    await says(order.getByRole('listitem').nth(1), title);
    await page.keyboard.press('Enter');
    await says(order.getByRole('listitem').first(), title);
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await seen(page.getByText('Draft, not handed in'));
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await seen(page.getByText(/^Handed in /));
    await says(page.getByRole('region', { name: 'Who has handed in' }), /3 of \d+ judges handed in/);

    await officer.page.goto(`/ranking/${round.id}`);
    await officer.page.getByRole('button', { name: 'Close and compare' }).click();
    const question = officer.page.getByRole('dialog');
    await says(question, 'The closing day has not passed yet.');
    await question.getByRole('button', { name: 'Close and compare' }).click();
    await says(
      officer.page.getByRole('region', { name: 'Both rankings' }),
      /Kendall’s W = \d\.\d\d; 3 judges, 3 opportunities/,
    );
    await officer.page.getByRole('button', { name: 'Write down the agreement' }).click();
    await question.getByRole('button', { name: 'Write down the agreement' }).click();
    await gone(question);
    await seen(officer.page.getByText('Holds'));
    // The judge sees the comparison, and nothing of who put what where.
    await page.reload();
    await seen(page.getByRole('heading', { name: 'Both rankings' }));
    await says(page.getByRole('region', { name: 'Who has handed in' }), 'Who ranked what where is shown to nobody.');
  },
  120_000,
);
