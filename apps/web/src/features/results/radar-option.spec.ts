import type { ChartTheme } from '../../ui/chart-theme.js';
import { foldName, radarOption, radiusIn } from './radar-option.js';

const theme = { accent: '#000', ink: '#000', grid: '#000' } as ChartTheme;
const axis = (lower: number | null) => ({ name: 'A', value: 3, lower, upper: 4 });
const scale = { min: 1, max: 5 };
interface Drawn {
  radar: { splitNumber: number; indicator: { min: number; max: number }[] };
  series: { data: { value: number[] }[] }[];
}
const draw = (lower: number | null): Drawn =>
  radarOption(theme, { width: 320, height: 320 }, { axes: [axis(2), axis(lower)], scale }) as unknown as Drawn;

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

describe('radiusIn', () => {
  const links = ['Experience diagnosis', 'Experience monitoring', 'Process mechanisms', 'Method enablement'];
  /** Generous for a narrow letter, so that the estimate under test cannot agree with itself. */
  const LETTER = 7;

  it.each([316, 352, 640])('leaves room for every name at %i pixels', (width) => {
    const radius = radiusIn({ width, height: 320 }, links);
    const reach = radius * Math.SQRT1_2 + 'monitoring'.length * LETTER;
    expect(reach).toBeLessThanOrEqual(width / 2);
    expect(radius).toBeGreaterThan(90);
  });
  it('leaves room above and below as well', () => {
    expect(radiusIn({ width: 2000, height: 200 }, ['A', 'B', 'C', 'D', 'E'])).toBeLessThanOrEqual(100 - 17);
  });
  it('stays a drawing where there is no room at all', () => {
    expect(radiusIn({ width: 0, height: 0 }, links)).toBe(24);
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
