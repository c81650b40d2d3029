import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { EffectsFactory, weeksAgo } from '../../../test/effects.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { JudgeEffectsService } from '../effects/index.js';
import { ConcernedPlace } from '../../../test/concerned.js';

const CONCERN = 'kind objectId number title verdict outcome text dueOn overdue at';
const CONCERNS = `{ concerns { waiting { ${CONCERN} } news { ${CONCERN} } } }`;

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('what concerns somebody', () => {
  let application: TestApplication;
  let place: ConcernedPlace;
  let executive: TestMember;
  let lead: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    place = await ConcernedPlace.make(application);
    executive = await application.member(place.organizationId, 'executive');
    lead = await application.member(place.organizationId, 'team_lead');
  });
  afterAll(() => application.close());

  const of = async ({ client }: TestMember) => (await client.data(CONCERNS)).concerns;
  const told = (concerns: { kind: string; title: string; text: string | null; outcome: string | null }[]) =>
    concerns.map(({ kind, title, text, outcome }) => [kind, title, text ?? outcome]);

  it('waits for an executive: what to decide, to rank and to check, what is overdue first, in one statement', async () => {
    const cards = await place.initiative('Cards in a day', lead);
    const late = await place.decision('Shall we go on?', executive, { due_on: day(-2) });
    await place.decision('More staff?', executive, { due_on: day(3) });
    await place.decision('Taken back?', executive, {
      state: 'taken_back',
      taken_back_at: new Date(),
      taken_back_reason: 'Not needed',
    });
    await place.benefit('Fewer calls', cards);
    await place.benefit('Own figure', cards, { created_by: executive.membershipId });
    await place.benefit('Checked', cards, { checked_at: new Date(), checked_by: executive.membershipId });
    await place.round('Spring', executive, day(1));
    await place.round('Handed in', executive, day(1), new Date());
    await place.round('Over', executive, day(-1));

    expect(await countStatements(() => of(executive))).toBe(ONE_READ);
    const { waiting, news } = await of(executive);
    expect(told(waiting)).toEqual([
      ['DECISION', 'Shall we go on?', null],
      ['JUDGEMENT', 'Spring', null],
      ['DECISION', 'More staff?', null],
      ['BENEFIT_CHECK', 'Cards in a day', 'Fewer calls'],
    ]);
    expect(waiting[0]).toMatchObject({ objectId: late, dueOn: day(-2), overdue: true });
    expect(waiting[3]).toMatchObject({ objectId: cards, number: 1, overdue: false });
    expect(news).toEqual([]);
    expect(await of(lead)).toEqual({ waiting: [], news: [] });
  });

  it('waits for an owner: what to do soon and what to report on, unless the initiative is over', async () => {
    const running = await place.initiative('Cards in a day', lead, {
      stage: 'in_progress',
      stage_since: new Date(Date.now() - 20 * 86_400_000),
      update_every_days: 14,
    });
    const over = await place.initiative('Given up', lead, { stage: 'withdrawn' });
    await place.initiative('Reported in time', lead, { stage: 'in_progress', update_every_days: 14 });
    await place.action('Ask the printers', running, lead, day(-1));
    await place.action('Write the letter', running, lead, day(7));
    await place.action('Much later', running, lead, day(30));
    await place.action('No longer', over, lead, day(-1));
    const { waiting } = await of(lead);
    expect(told(waiting)).toEqual([
      ['REPORT', 'Cards in a day', null],
      ['ACTION', 'Cards in a day', 'Ask the printers'],
      ['ACTION', 'Cards in a day', 'Write the letter'],
    ]);
    expect(waiting[0]).toMatchObject({ dueOn: day(-6), overdue: true });
    expect(await of(executive)).toEqual({ waiting: [], news: [] });
  });

  it('is what was decided and how an effect was judged, for two weeks', async () => {
    await place.decided('Shall we go on?', executive);
    await place.decided('Long ago?', executive, { decided_at: new Date(Date.now() - 15 * 86_400_000) });
    expect(told((await of(place.office)).news)).toEqual([['DECIDED', 'Shall we go on?', 'RETURNED']]);

    const effects = new EffectsFactory(application);
    const measured = await effects.place();
    const { organizationId } = measured.principal;
    const owner = await application.member(organizationId, 'team_lead');
    const { initiativeId } = await effects.initiative(measured, weeksAgo(16));
    await application.database.query('UPDATE initiative SET owner_id = $1 WHERE id = $2', [
      owner.membershipId,
      initiativeId,
    ]);
    // Nothing was observed until weeks after the day: nobody waits for it any more.
    await effects.sealed(measured, initiativeId, { evaluate_on: weeksAgo(6) });
    await application.app.get(JudgeEffectsService).judgeDue(measured.principal);
    expect(await of(owner)).toMatchObject({
      waiting: [],
      news: [{ kind: 'VERDICT', objectId: initiativeId, verdict: 'INSUFFICIENT' }],
    });
  });

  it('is nobody else’s, and nothing to whoever is not signed in', async () => {
    await place.decision('Shall we go on?', executive, { due_on: day(1) });
    const elsewhere = await application.member(await application.organization('Meridian'), 'executive');
    expect(await of(elsewhere)).toEqual({ waiting: [], news: [] });
    expect(await application.anonymous.errorCode(CONCERNS)).toBe('UNAUTHENTICATED');
  });
});
