import { stageEmotion } from './emotion.js';
import { isTextLane, MAP_LANES, TEXT_LANES } from './lanes.js';
import { LIFECYCLE_STAGES } from './lifecycle.js';
import { MAP_SHELF_LIFE_DAYS, staleBefore } from './staleness.js';
import { JOURNEY_TEMPLATES, journeyTemplate, templateText } from './templates.js';

describe('the lanes of a map', () => {
  it('are the texts, the touchpoints and the emotion, each once', () => {
    expect([...MAP_LANES].sort()).toEqual([...TEXT_LANES, 'touchpoints', 'emotion'].sort());
    expect(MAP_LANES.filter(isTextLane)).toEqual([...TEXT_LANES]);
  });
});

describe('templates', () => {
  it('cover the five stages in the order of a customer’s life', () => {
    const stages = journeyTemplate('five-stages')?.stages ?? [];
    expect(stages.map(({ lifecycle }) => lifecycle)).toEqual([...LIFECYCLE_STAGES]);
    expect(stages.map(({ name }) => templateText(name, 'zh-Hans-CN'))).toEqual([
      '意识',
      '考虑',
      '决策',
      '购买',
      '售后',
    ]);
  });

  it('follow an order from enquiry to claim', () => {
    const names = journeyTemplate('order-fulfilment')?.stages.map(({ name }) => templateText(name, 'en'));
    expect(names).toEqual(['Enquiry', 'Order', 'Payment and delivery', 'Tracking', 'Receipt', 'Complaint', 'Claim']);
  });

  it.each(JOURNEY_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s never goes back in life and names every stage differently',
    (_, { stages }) => {
      const places = stages.map(({ lifecycle }) => (lifecycle ? LIFECYCLE_STAGES.indexOf(lifecycle) : 0));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const locale of ['en', 'zh-CN']) {
        expect(new Set(stages.map(({ name }) => templateText(name, locale))).size).toBe(stages.length);
      }
    },
  );

  it('are known by their id only', () => {
    expect(new Set(JOURNEY_TEMPLATES.map(({ id }) => id)).size).toBe(JOURNEY_TEMPLATES.length);
    expect(journeyTemplate('no such')).toBeUndefined();
  });
});

describe('the emotion of a stage', () => {
  it('is the mean over touchpoints whose emotion is known', () => {
    expect(stageEmotion([{ emotion: 3 }, { emotion: null }, { emotion: -2 }])).toBe(0.5);
  });
  it('is not known where no touchpoint’s is: that is not neutral', () => {
    expect(stageEmotion([{ emotion: null }])).toBeNull();
    expect(stageEmotion([])).toBeNull();
    expect(stageEmotion([{ emotion: 0 }])).toBe(0);
  });
});

it('calls stale what was confirmed longer ago than the shelf life', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  expect(staleBefore(now).toISOString()).toBe('2026-05-25T12:00:00.000Z');
  expect((now.getTime() - staleBefore(now).getTime()) / 86_400_000).toBe(MAP_SHELF_LIFE_DAYS);
});
