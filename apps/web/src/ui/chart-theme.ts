/** The tokens as values: a drawing library cannot read CSS variables. */
export interface ChartTheme {
  ink: string;
  muted: string;
  line: string;
  grid: string;
  surface: string;
  accent: string;
  limit: string;
  hatch: string;
  good: string;
  warn: string;
  bad: string;
  perception: string;
  state: string;
  /** Seven steps, lowest level first, and the ink that reads on each. */
  ramp: string[];
  rampInk: string[];
  groups: string[];
  font: string;
}

/** How much room a drawing has, in pixels. */
export interface ChartPlace {
  width: number;
  height: number;
}

export function readChartTheme(element: Element = document.documentElement): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--ts-${name}`).trim();
  const tokens = (name: string, count: number) => Array.from({ length: count }, (_, i) => token(`${name}-${i + 1}`));
  return {
    ink: token('ink'),
    muted: token('ink-muted'),
    line: token('line'),
    grid: token('chart-grid'),
    surface: token('surface'),
    accent: token('accent'),
    limit: token('chart-limit'),
    hatch: token('hatch'),
    good: token('good'),
    warn: token('warn'),
    bad: token('bad'),
    perception: token('perception'),
    state: token('state'),
    ramp: tokens('ramp', 7),
    rampInk: tokens('ramp-ink', 7),
    groups: tokens('group', 8),
    font: token('font'),
  };
}
