import type { ChartTheme } from '../../ui/chart-theme.js';
import { foldName, radarOption } from './radar-option.js';

const theme = { accent: '#000', ink: '#000', grid: '#000' } as ChartTheme;
const axis = (lower: number | null) => ({ name: 'A', value: 3, lower, upper: 4 });
const scale = { min: 1, max: 5 };
interface Drawn {
  radar: { splitNumber: number; indicator: { min: number; max: number }[] };
  series: { data: { value: number[] }[] }[];
}
const draw = (lower: number | null): Drawn =>
  radarOption(theme, { axes: [axis(2), axis(lower)], scale }) as unknown as Drawn;

describe('radarOption', () => {
  it('runs over the whole scale of the model with a ring per level', () => {
    const { radar } = draw(2);
    expect(radar.splitNumber).toBe(4);
    expect(radar.indicator[0]).toMatchObject(scale);
  });
  it('draws the interval under the profile', () => {
    expect(draw(2).series[0]!.data.map(({ value }) => value)).toEqual([
      [2, 2],
      [4, 4],
      [3, 3],
    ]);
  });
  it('draws no interval when an axis has none, rather than half of one', () => {
    expect(draw(null).series[0]!.data).toHaveLength(1);
  });
});

describe('foldName', () => {
  it.each([
    ['Method', 'Method'],
    ['Experience monitoring', 'Experience\nmonitoring'],
    ['体验监测', '体验监测'],
    ['企业战略目标理解程度', '企业战略目标理\n解程度'],
  ])('%s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});
