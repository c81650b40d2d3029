import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(process.cwd(), 'src/ui/tokens.css'), 'utf8');

function themeOf(selectorEnd: string): Map<string, string> {
  const block = css.slice(css.indexOf(selectorEnd)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--ts-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const luminance = (hex: string): number => {
  const channel = (at: number) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

const pairs: [ink: string, ground: string][] = [
  ...['page', 'surface', 'sunken', 'hover'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
  ]),
  ...['accent', 'good', 'warn', 'bad'].flatMap((ink): [string, string][] => [
    [ink, 'surface'],
    [ink, 'page'],
    [ink, `${ink}-soft`],
  ]),
  ['quiet', 'quiet-soft'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-accent', 'bad-fill'],
  ['on-accent', 'bad-fill-hover'],
  ...Array.from({ length: 7 }, (_, i): [string, string] => [`ramp-ink-${i + 1}`, `ramp-${i + 1}`]),
];

describe.each([
  ['light', ":root[data-mantine-color-scheme='light'] {"],
  ['dark', "\n:root[data-mantine-color-scheme='dark'] {"],
])('%s theme', (_name, selector) => {
  const theme = themeOf(selector);
  const colour = (name: string) => theme.get(name) ?? '#missing';

  it.each(pairs)('%s reads on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['neutral-4', 'line-strong', 'focus'])('%s, the edge of a control, is seen on every ground', (edge) => {
    for (const ground of ['page', 'surface']) expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('climbs the level ramp in lightness without a step back, so that it reads in grey', () => {
    const steps = Array.from({ length: 7 }, (_, i) => luminance(colour(`ramp-${i + 1}`)));
    const sorted = [...steps].sort((a, b) => a - b);
    expect([sorted, [...sorted].reverse()]).toContainEqual(steps);
  });
});
