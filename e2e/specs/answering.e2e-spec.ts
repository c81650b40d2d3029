import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { PHONE } from '../browser/stage.js';
import { Questionnaire } from '../pages/questionnaire.js';
import { EXECUTIVES, FRONT_LINE, PreparedWave } from '../stories/wave.js';

const OFFICER = 'officer@harbour-bank.example';
/** It stands after the five levels. */
const NOT_APPLICABLE = 6;

scenario(
  'a respondent answers on a phone through a group link, without an account, and is counted once',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const wave = await PreparedWave.open(stage, officer, 'Answered on a phone');
    const { page, overheard } = await stage.stranger(PHONE);
    const questionnaire = await new Questionnaire(page).follow(wave.group('Front line').link);

    await seen(
      questionnaire.heading('Harbour Bank asks for your view'),
      page.getByText('You answer as: Front line'),
      page.getByText('To learn where our programme stands.'),
      page.getByRole('heading', { name: 'Your answers are anonymous' }),
      page.getByText(/only once at least 5 of its members have answered/),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width);

    await questionnaire.begin();
    const own = page.url();
    expect(own).not.toBe(wave.group('Front line').link);
    await says(page.getByRole('main'), '1 Reactive');
    await questionnaire.choose(3);
    await questionnaire.comment('We know the goals, but not why they were chosen.');
    await questionnaire.next();
    await questionnaire.atPractice(2);
    await questionnaire.choose(2);
    await questionnaire.next();
    await questionnaire.atPractice(3);
    await questionnaire.doesNotApply();
    await seen(questionnaire.saved());

    // Switching language changes the words and nothing that was said.
    await questionnaire.speak('简体中文');
    await seen(questionnaire.heading('体验管理现状诊断'));
    expect(await questionnaire.chosen()).toBe(NOT_APPLICABLE);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await questionnaire.speak('English');

    // Coming back later: what was answered is there, and so is the place.
    await page.reload();
    await questionnaire.atPractice(3);
    expect(await questionnaire.chosen()).toBe(NOT_APPLICABLE);
    await questionnaire.follow(own);
    await says(page.getByRole('main'), '3 of 21 practices answered so far');
    await questionnaire.resume();
    await questionnaire.atPractice(3);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await questionnaire.atPractice(1);
    expect(await questionnaire.chosen()).toBe(3);
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toContain('not why they were chosen');

    await questionnaire.toReview();
    await says(page.getByRole('main'), '18 questions are still open. You can send all the same');
    await page.getByRole('button', { name: 'Send answers' }).dblclick();
    await questionnaire.arrived();
    await says(page.getByRole('main'), '3 of 21 questions answered');
    const sendings = (await overheard.received()).filter(({ body }) => body.includes('submitAnswers'));
    expect(sendings).toHaveLength(1);

    await questionnaire.follow(own);
    await questionnaire.arrived();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toContain('chosen');
    const elsewhere = await stage.stranger(PHONE);
    const again = await new Questionnaire(elsewhere.page).follow(own);
    await seen(again.heading('Answers were already sent'));

    await eventually(async () => {
      const { assessment } = await officer.api.ask<{
        assessment: { raterGroups: { name: string; submitted: number }[] };
      }>('query ($id: ID!) { assessment(id: $id) { raterGroups { name submitted } } }', { id: wave.id });
      expect(assessment.raterGroups.find(({ name }) => name === 'Front line')?.submitted).toBe(1);
    });
  },
);

scenario('without a connection answers are kept on the device, and sent when it returns', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Answered in a tunnel');
  const link = await wave.invite({ name: 'Ines Falk', group: 'Executives' });
  const { page, context } = await stage.stranger(PHONE);
  const questionnaire = await new Questionnaire(page).follow(link);
  await says(page.getByRole('main'), 'Hello Ines Falk');
  await questionnaire.begin();
  await questionnaire.choose(4);
  await seen(questionnaire.saved());

  await context.setOffline(true);
  await questionnaire.next();
  await questionnaire.choose(2);
  await seen(questionnaire.offline(), page.getByText(/1 answer is kept on this device/));
  await questionnaire.next();
  await questionnaire.choose(5);
  await seen(page.getByText(/2 answers are kept on this device/));

  await context.setOffline(false);
  await gone(questionnaire.offline());
  await seen(questionnaire.saved());

  // Another device finds what the server was sent.
  const other = await stage.stranger();
  const elsewhere = await new Questionnaire(other.page).follow(link);
  await says(other.page.getByRole('main'), '3 of 21 practices answered so far');
  await elsewhere.resume();

  // Sending while the line is down: nothing is lost, and it goes out by itself.
  await questionnaire.toReview();
  await context.setOffline(true);
  await questionnaire.send();
  await seen(page.getByText(/No confirmation yet. Your answers are safe on this device/));
  await context.setOffline(false);
  await questionnaire.arrived();
});

scenario('every link that takes no answers says so, and what to do', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Links that end', [EXECUTIVES, FRONT_LINE]);
  const { link, id } = wave.group('Executives');
  const { page } = await stage.stranger(PHONE);
  const questionnaire = new Questionnaire(page);

  await officer.api.ask('mutation ($id: ID!) { setGroupLink(raterGroupId: $id, revoked: true) { linkRevoked } }', {
    id,
  });
  await questionnaire.follow(link);
  await seen(questionnaire.heading('This link was withdrawn'), page.getByText(/ask the person who sent it/));

  await questionnaire.follow(link.slice(0, -6));
  await seen(questionnaire.heading('We do not know this link'));
  await questionnaire.follow(`${stage.url}/r`);
  await seen(questionnaire.heading('Something is missing from the link'));

  await wave.submit('Front line', [{ itemId: wave.itemIds[0] ?? '', value: 3 }]);
  await wave.closed();
  await questionnaire.follow(wave.group('Front line').link);
  await seen(questionnaire.heading('This questionnaire is closed'));
});

scenario('the whole questionnaire can be answered with the keyboard alone', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.open(stage, officer, 'Answered by keyboard');
  const { page } = await stage.stranger();
  const questionnaire = await new Questionnaire(page).follow(wave.group('Front line').link);
  const press = async (key: string) => page.keyboard.press(key);
  await page.getByRole('button', { name: 'Begin' }).focus();
  await press('Enter');
  await questionnaire.atPractice(1);
  for (let practice = 1; practice <= wave.itemIds.length; practice += 1) {
    await questionnaire.atPractice(practice);
    // The heading has the focus on every new screen: the first level is one Tab away.
    await eventually(async () => {
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
    await press('Tab');
    await press('Space');
    await press('ArrowDown');
    expect(await questionnaire.chosen()).toBe(2);
    await press('Enter');
  }
  await seen(questionnaire.heading('Review and send'), page.getByText('You have answered everything. Thank you.'));
  await page.getByRole('button', { name: 'Send answers' }).focus();
  await press('Enter');
  await questionnaire.arrived();
  await says(page.getByRole('main'), '21 of 21 questions answered');
});
