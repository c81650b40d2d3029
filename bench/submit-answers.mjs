// How many submissions of 20 answers a second the API takes over HTTP from respondents at once, against the same rows
// inserted by one prepared statement in a transaction each.
import { InvitationsService } from '../apps/api/dist/features/assessments/index.js';
import { UnitOfWork } from '../apps/api/dist/platform/database/unit-of-work.js';
import pg from 'pg';
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn, eachPerSecond } from './take-turns.mjs';
import { openWave, publishModel, shippedModel } from './waves.mjs';

const ROUNDS = 8;
const PER_ROUND = 600;
const PER_RESPONDENT = 20;
/** People who press the button in the same moment. */
const AT_ONCE = 40;
/** Connections of the floor: as many as the server's pool has. */
const CONNECTIONS = 10;
const INVITED_AT_ONCE = 300;

const GROUP = { kind: 'front_line', name: 'Front line', expectedSize: (ROUNDS + 1) * PER_ROUND };
const SUBMIT =
  'mutation ($answers: [AnswerInput!]!, $locale: String!) { submitAnswers(answers: $answers, locale: $locale) { submittedOn answered total } }';

export async function run(name) {
  await withInstallation(async (installation) => {
    const model = await publishModel(installation, shippedModel());
    const items = model.items.slice(0, PER_RESPONDENT);
    const wave = await openWave(installation, model.modelVersionId, [GROUP]);
    await withServer(installation, (address) =>
      withConnections(installation, async (connections) => {
        const client = httpClient(address);
        const best = await bestInTurn({
          rounds: ROUNDS,
          floor: () => insert(connections, installation, wave, items),
          candidate: async () => submit(client, await invite(installation, wave), items),
        });
        client.close();
        await demandAll(installation);
        printLine({
          name,
          ratio: best.candidate / best.floor,
          goal: 0.4,
          unit: 'submissions per second, of those that one prepared statement each inserts',
          ...best,
          n: PER_RESPONDENT,
        });
      }),
    );
  });
}

const valueOf = (respondent, item) => 1 + ((respondent * 7 + item * 3) % 5);

/** The tokens of people who have not answered yet. */
async function invite({ services, principal }, wave) {
  const invitees = Array.from({ length: INVITED_AT_ONCE }, () => ({ raterGroupId: wave.raterGroups[0].id }));
  const tokens = [];
  while (tokens.length < PER_ROUND) {
    const issued = await services
      .get(UnitOfWork)
      .write(principal, (transaction) => services.get(InvitationsService).issue(transaction, wave.id, invitees, false));
    tokens.push(...issued.map(({ link }) => link.slice(link.indexOf('#') + 1)));
  }
  return tokens;
}

function submit(client, tokens, items) {
  const requests = tokens.map((token, respondent) => ({
    headers: { authorization: `Respondent ${token}` },
    body: JSON.stringify({
      query: SUBMIT,
      variables: { answers: items.map((itemId, item) => ({ itemId, value: valueOf(respondent, item) })), locale: 'en' },
    }),
  }));
  return eachPerSecond({
    lanes: AT_ONCE,
    list: requests,
    work: async ({ body, headers }) => {
      const { submitAnswers } = demandData(await client.send('/graphql', body, headers));
      if (submitAnswers.answered !== items.length) throw new Error(`Only ${submitAnswers.answered} were taken.`);
    },
  });
}

const INSERT = `WITH s AS (
    INSERT INTO submission (organization_id, id, assessment_id, rater_group_id, submitted_on, source, locale)
    VALUES ($1, gen_random_uuid(), $2, $3, date_trunc('month', now()), 'respondent', 'en') RETURNING id
  )
  INSERT INTO answer (organization_id, submission_id, item_id, value, not_applicable)
  SELECT $1, s.id, item, value, false FROM s, unnest($4::text[], $5::float8[]) AS given (item, value)`;

function insert(connections, { organizationId }, wave, items) {
  const submissions = Array.from({ length: PER_ROUND }, (_, respondent) => [
    organizationId,
    wave.id,
    wave.raterGroups[0].id,
    items,
    items.map((__, item) => valueOf(respondent, item)),
  ]);
  return eachPerSecond({
    lanes: CONNECTIONS,
    list: submissions,
    work: (values, lane) => connections[lane].query({ name: 'insert', text: INSERT, values }),
  });
}

async function withConnections({ floorUrl }, work) {
  const connections = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: floorUrl }));
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    return await work(connections);
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

/** Both sides have stored what they said they did. */
async function demandAll({ database }) {
  const { rows } = await database.query(
    'SELECT (SELECT count(*)::int FROM submission) AS submissions, (SELECT count(*)::int FROM answer) AS answers',
  );
  const submissions = 2 * (ROUNDS + 1) * PER_ROUND;
  if (rows[0].submissions !== submissions || rows[0].answers !== submissions * PER_RESPONDENT)
    throw new Error(`Stored were ${JSON.stringify(rows[0])}.`);
}
