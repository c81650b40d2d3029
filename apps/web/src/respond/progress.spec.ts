import { answerInputs, isAnswered, unsentItems } from './answers.js';
import type { Answer } from './contract.js';
import { firstOpenStep, nextPlace, placeOrIntro, previousPlace, stepsOf, type Place } from './navigation.js';
import { overallProgress, practiceStatus, questionProgress } from './progress.js';
import { questionnaire } from './questionnaire.fixture.js';

const steps = stepsOf(questionnaire);
const practices = steps.map((step) => step.practice);

describe('isAnswered', () => {
  const cases: [string, Answer | undefined, boolean][] = [
    ['nothing', undefined, false],
    ['an answer taken back', {}, false],
    ['a value, be it zero', { value: 0 }, true],
    ['not applicable', { notApplicable: true }, true],
    ['blank text', { text: '  ' }, false],
    ['text', { text: 'because' }, true],
    ['a comment alone', { comment: 'hm' }, false],
  ];
  it.each(cases)('%s', (_, answer, expected) => expect(isAnswered(answer)).toBe(expected));
});

describe('progress', () => {
  it('counts a practice once all its questions are answered', () => {
    const answers = { i1: { value: 1 }, i5: { value: 2 } };
    expect(overallProgress(practices, answers)).toEqual({ answered: 1, total: 3 });
    expect(questionProgress(questionnaire, answers)).toEqual({ answered: 2, total: 4 });
    expect(practices.map((practice) => practiceStatus(practice, answers))).toEqual([
      'answered',
      'partly',
      'unanswered',
    ]);
  });
});

it('never waits for free text, unless a practice asks nothing else', () => {
  const [, plan] = practices;
  expect(practiceStatus(plan!, { i2: { value: 1 }, i5: { value: 1 } })).toBe('answered');
  const onlyText = { ...plan!, items: plan!.items.filter((item) => item.type === 'text') };
  expect(practiceStatus(onlyText, {})).toBe('unanswered');
});

describe('answerInputs', () => {
  it('sends in the order of the questionnaire, with comments, without blanks and without strangers', () => {
    const answers = {
      gone: { value: 1 },
      i4: { notApplicable: true as const },
      i3: { text: ' ' },
      i2: {},
      i1: { value: 0, comment: 'c' },
    };
    expect(answerInputs(questionnaire, answers)).toEqual([
      { itemId: 'i1', value: 0, comment: 'c' },
      { itemId: 'i4', notApplicable: true },
    ]);
  });
});

describe('unsentItems', () => {
  it('names what the server does not have, also an answer taken back', () => {
    expect(
      unsentItems({ a: { value: 1 }, b: {}, c: { value: 3 }, d: {} }, { b: { value: 2 }, c: { value: 3 } }),
    ).toEqual(['a', 'b']);
  });
});

describe('navigation', () => {
  const at = (practiceId: string): Place => ({ screen: 'practice', practiceId });

  it('walks every practice once and ends at the review', () => {
    const walked: Place[] = [];
    let place: Place = { screen: 'intro' };
    do {
      place = nextPlace(steps, place);
      walked.push(place);
    } while (place.screen !== 'review');
    expect(walked).toEqual([at('p1'), at('p2'), at('p3'), { screen: 'review' }]);
  });

  it('goes back the same way', () => {
    expect(previousPlace(steps, { screen: 'review' })).toEqual(at('p3'));
    expect(previousPlace(steps, at('p2'))).toEqual(at('p1'));
    expect(previousPlace(steps, at('p1'))).toEqual({ screen: 'intro' });
  });

  it('marks where a dimension begins', () => {
    expect(steps.map((step) => step.opensDimension)).toEqual([true, false, true]);
  });

  it('finds the first practice that is not wholly answered', () => {
    expect(firstOpenStep(steps, { i1: { value: 1 }, i2: { value: 1 } })?.practice.id).toBe('p2');
    const all = { i1: { value: 1 }, i2: { value: 1 }, i5: { value: 1 }, i4: { value: 50 } };
    expect(firstOpenStep(steps, all)).toBeUndefined();
  });

  it('does not trust a place of a practice that is gone', () => {
    expect(placeOrIntro(steps, at('gone'))).toEqual({ screen: 'intro' });
    expect(placeOrIntro(steps, at('p2'))).toEqual(at('p2'));
  });
});
