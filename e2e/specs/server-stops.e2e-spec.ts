import { eventually, gone, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { PHONE } from '../browser/stage.js';
import { Questionnaire } from '../pages/questionnaire.js';
import { Shell } from '../pages/shell.js';
import { startApplication, stopApplication } from '../setup/application.mjs';
import { readState, writeState } from '../setup/state.mjs';
import { PreparedWave } from '../stories/wave.js';

scenario(
  'the server is killed and comes back: pages say so, recover, and nothing that was answered is lost',
  async (stage) => {
    const officer = await stage.member('officer@harbour-bank.example');
    const wave = await PreparedWave.open(stage, officer, 'Survives a crash');
    const { page } = officer;
    const shell = new Shell(page);
    for (const area of ['Maturity models', 'Assessments']) {
      await page.goto('/');
      await shell.goTo(area);
      await shell.arrivedAt(area);
    }
    const phone = await stage.stranger(PHONE);
    const questionnaire = await new Questionnaire(phone.page).follow(wave.group('Front line').link);
    await questionnaire.begin();
    await questionnaire.choose(4);
    await seen(questionnaire.saved());

    await stopApplication(readState().pid, 'SIGKILL');
    await page.getByRole('searchbox').fill('spring');
    await seen(page.getByText(/There is no connection to Touchstone|Touchstone cannot answer right now/));
    await questionnaire.next();
    await questionnaire.choose(2);
    await seen(phone.page.getByText(/The server does not answer/));
    await phone.page.getByRole('button', { name: 'Try again now' }).click();

    const state = readState();
    writeState({ ...state, pid: await startApplication(state) });

    await page.getByRole('button', { name: 'Try again' }).click();
    await seen(page.getByRole('link', { name: 'Experience maturity, spring 2026' }));
    await gone(page.getByRole('alert'));
    // The phone tries again by itself, after a pause that has grown meanwhile: nobody has to press anything.
    await questionnaire.saved().waitFor({ state: 'visible', timeout: 90_000 });
    await questionnaire.toReview();
    await questionnaire.send();
    await questionnaire.arrived();
    await eventually(async () => {
      const { assessment } = await officer.api.ask<{ assessment: { raterGroups: { submitted: number }[] } }>(
        'query ($id: ID!) { assessment(id: $id) { raterGroups { submitted } } }',
        { id: wave.id },
      );
      expect(assessment.raterGroups.map(({ submitted }) => submitted)).toEqual([0, 1]);
    });
  },
  180_000,
);
