import { canonicalUnit } from '@touchstone/domain';
import { nameOfHeader, suggestNewMetrics, unitOfHeader } from './suggest-new-metrics.js';

const column = (header: string, ...values: (string | number)[]) => ({ header, values: values.map(String) });
const suggest = (...columns: ReturnType<typeof column>[]) =>
  suggestNewMetrics(columns, new Set(columns.keys()), new Set(['cleanliness']), 'en');

describe('metrics for the columns of a file', () => {
  it('sees ratings on one scale, on which 0 says that there was nothing to rate', () => {
    const found = suggest(column('seat_comfort', 1, 2, 3, 4), column('inflight_wifi', 0, 2, 5, 3));
    expect(
      found.map(({ name, aggregation, scaleMinimum, scaleMaximum, notApplicable, likely }) => ({
        ...{ name, aggregation, scaleMinimum, scaleMaximum, notApplicable, likely },
      })),
    ).toEqual(
      ['Seat comfort', 'Inflight wifi'].map((name) => ({
        ...{ name, aggregation: 'csat', scaleMinimum: 1, scaleMaximum: 5, notApplicable: [0], likely: true },
      })),
    );
  });
  it('takes the 0 of a scale to 10 for an answer', () => {
    expect(suggest(column('recommend us', 0, 3, 9, 10))[0]).toMatchObject({
      ...{ scaleMinimum: 0, scaleMaximum: 10, notApplicable: [] },
    });
  });
  it('reads units off headings, and that less of a delay is better', () => {
    const [delay, load] = suggest(
      column('departure_delay_in_minutes', 0, 67, 4, 'NA'),
      column('Page load (ms)', 120, 300),
    );
    expect(delay).toMatchObject({
      name: 'Departure delay',
      unit: 'minutes',
      direction: 'lower',
      class: 'state',
      likely: true,
    });
    expect(load).toMatchObject({ name: 'Page load', unit: 'ms', likely: true });
  });
  it('names units in the language of whoever makes the metric, and so that both names mean the same unit', () => {
    const headers = [
      '响应时间（毫秒）',
      '通话时长（秒）',
      '等待时长（分钟）',
      '处理时长（小时）',
      '交付周期（天）',
      '配送距离（公里）',
    ];
    const columns = [...headers, 'age'].map((header) => column(header, 12, 700));
    const unitsIn = (locale: string) =>
      suggestNewMetrics(columns, new Set(columns.keys()), new Set(), locale).map(({ unit }) => unit);
    expect(unitsIn('zh-CN')).toEqual(['毫秒', '秒', '分钟', '小时', '天', '公里', '岁']);
    expect(unitsIn('en')).toEqual(['ms', 's', 'minutes', 'hours', 'days', 'km', 'years']);
    expect(unitsIn('zh-CN').map(canonicalUnit)).toEqual(unitsIn('en').map(canonicalUnit));
  });
  it('makes a share of two words of which one is the good one', () => {
    expect(suggest(column('satisfaction', 'satisfied', 'neutral or dissatisfied'))[0]).toMatchObject({
      ...{ aggregation: 'share', words: { satisfied: 1, 'neutral or dissatisfied': 0 }, likely: true },
    });
    expect(suggest(column('是否满意', '不满意', '满意'))[0]?.words).toEqual({ 不满意: 0, 满意: 1 });
    expect(suggest(column('gender', 'Female', 'Male'))).toEqual([]);
  });
  it('offers what describes people without taking it for a measurement, and lets no age lie below 0', () => {
    expect(suggest(column('age', 7, 32, -4, 85))[0]).toMatchObject({ unit: 'years', scaleMinimum: 0, likely: false });
    expect(suggest(column('flight_distance', 1389, 3456))[0]).toMatchObject({ unit: '', likely: false });
  });
  it('gives no two metrics one name', () => {
    const names = suggest(column('Cleanliness', 1, 2, 3), column('cleanliness', 1, 2, 3)).map(({ name }) => name);
    expect(names).toEqual(['Cleanliness (2)', 'Cleanliness (3)']);
  });
  it('leaves alone what is taken, empty or text', () => {
    const columns = [column('wifi', 1, 2, 3), column('note', 'good', 'bad', 'fair'), column('empty')];
    expect(suggestNewMetrics(columns, new Set([1, 2]), new Set(), 'en')).toEqual([]);
  });
});

it.each([
  ['departure_delay_in_minutes', 'minutes', 'departure delay'],
  ['等待时长（分钟）', 'minutes', '等待时长'],
  ['waiting time (in s)', 's', 'waiting time'],
  ['seat_comfort', null, 'seat comfort'],
  ['minutes', null, 'minutes'],
])('%s counts in %s', (header, unit, rest) => {
  expect(unitOfHeader(header, 'en')).toEqual({ unit, rest });
});

it.each([
  ['inflightWifiService', 'Inflight wifi service'],
  ['  ease_of__booking ', 'Ease of booking'],
  ['NPS', 'NPS'],
  ['座椅舒适度', '座椅舒适度'],
])('%s is called %s', (header, name) => {
  expect(nameOfHeader(header)).toBe(name);
});
