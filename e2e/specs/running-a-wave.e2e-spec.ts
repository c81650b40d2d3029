import { eventually, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Mailbox } from '../pages/mailbox.js';
import { Questionnaire } from '../pages/questionnaire.js';
import { WavePage } from '../pages/wave.js';
import { EXECUTIVES, FRONT_LINE, PreparedWave } from '../stories/wave.js';

const OFFICER = 'officer@harbour-bank.example';

scenario('responses arrive while the officer looks on, and the page is never loaded again', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Watched as it fills');
  const page = await new WavePage(officer.page).open(wave.id);
  await seen(page.live());
  await says(page.responses('Front line'), '0 of 40');
  await officer.page.evaluate(() => Object.assign(window, { sameDocument: true }));

  await wave.answeredBy('Front line', 2, () => 3);
  await says(page.responses('Front line'), '2 of 40');
  await says(page.responses('Front line'), '3 more needed before numbers can be shown');
  await wave.answeredBy('Front line', 3, () => 4);
  await says(page.responses('Front line'), /5 of 40 ?13%/);
  await says(page.responses('Front line'), 'Enough to show numbers');
  await says(page.responses('Front line'), new Date().getFullYear().toString());
  await says(page.responses('All groups'), '5 of 48');
  expect(await officer.page.evaluate(() => 'sameDocument' in window)).toBe(true);

  // Counts are all that the browser learns of a response that arrives.
  const news = (await officer.overheard.received()).filter(({ operation }) => operation === 'live');
  expect(news.length).toBeGreaterThan(0);
  for (const { body } of news) expect(body).not.toMatch(/answer|value|comment/i);
});

scenario('invitations and reminders go out by mail; who has answered is left in peace', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Reminded once', [EXECUTIVES, FRONT_LINE], {
    anonymity: 'CONFIDENTIAL',
  });
  const [early, late] = ['early.bird@harbour-bank.example', 'late.bird@harbour-bank.example'];
  await wave.invite({ name: 'Early Bird', email: early, group: 'Executives' }, true);
  await wave.invite({ name: 'Late Bird', email: late, group: 'Executives' }, true);
  await wave.invite({ name: 'No Address', group: 'Front line' });

  const reader = await stage.stranger();
  const mailbox = new Mailbox(reader.page);
  const invitation = await mailbox.letterTo(early, 'Reminded once: your view');
  expect(invitation.text).toContain('To learn where our programme stands.');
  expect(invitation.text).toContain('confidential');
  const questionnaire = await new Questionnaire(reader.page).follow(invitation.links[0] ?? '');
  await questionnaire.begin();
  await questionnaire.choose(3);
  await questionnaire.next();
  await questionnaire.toReview();
  await questionnaire.send();
  await questionnaire.arrived();

  const page = await new WavePage(officer.page).open(wave.id, 'invitations');
  await says(page.invitation('Early Bird'), 'Submitted');
  await says(page.invitation('Late Bird'), 'Not opened');
  await page.fromMenu('Remind');
  const dialog = officer.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send reminders' }).click();
  await seen(
    dialog.getByText('1 reminder on its way'),
    dialog.getByText('1 has already answered'),
    dialog.getByText('1 has no e-mail address'),
  );
  const reminder = await mailbox.letterTo(late, 'Reminder – Reminded once');
  expect(reminder.text).toContain('your view counts');
  expect((await mailbox.lettersTo(early)).map(({ subject }) => subject)).toEqual(['Reminded once: your view']);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await eventually(async () => {
    await officer.page.reload();
    await says(page.invitation('Late Bird'), 'Reminded once', 2_000);
  });

  // The letter's link is a new one: it opens the questionnaire.
  await questionnaire.follow(reminder.links[0] ?? '');
  await says(reader.page.getByRole('main'), 'Hello Late Bird');
});

scenario('closing computes the results as a job that the page follows to its end', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Closed in sight');
  await wave.answeredBy('Executives', 5, (person, item) => 1 + ((person + item) % 5));
  await wave.answeredBy('Front line', 6, (person, item) => 1 + ((person * 2 + item) % 4));
  const page = await new WavePage(officer.page).open(wave.id);
  await page.take('Close the wave', /11 responses are in/);
  const results = officer.page.getByRole('region', { name: 'Results' });
  await seen(results.getByText(/Computing the results|Computed/).first());
  await says(results, 'Computed');
  await seen(officer.page.getByText('No more answers. Results are computed'));
  await officer.page.getByRole('link', { name: 'Read the results' }).first().click();
  await seen(officer.page.getByRole('heading', { name: 'Results: Closed in sight', level: 1 }));
  await seen(officer.page.getByText('Not published: only the programme office sees this page.'));

  await officer.page.goBack();
  await page.shown('Closed in sight');
  await page.take('Publish results', /Published numbers cannot be taken back/);
  await seen(officer.page.getByText('Everyone in the organisation with a sign-in can read the results.'));
});
