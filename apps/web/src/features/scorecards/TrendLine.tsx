import classes from './Scorecards.module.css';
import type { StandingFieldsFragment } from './scorecards.generated.js';

const [WIDTH, HEIGHT, MARGIN] = [96, 24, 3];

/** The last months as a line, with the target as a tick at its end. The numbers stand beside it in words. */
export function TrendLine({ standing }: { standing: StandingFieldsFragment }) {
  const { months, target } = standing;
  if (months.length < 2) return null;
  const times = months.map(({ month }) => Date.parse(month));
  const values = [...months.map(({ value }) => value), ...(target ? [target.value] : [])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const first = times[0]!;
  const x = (at: number) => MARGIN + ((at - first) / (times.at(-1)! - first)) * (WIDTH - 2 * MARGIN - 6);
  const y = (value: number) => HEIGHT - MARGIN - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * MARGIN);
  const points = months.map(({ value }, at) => `${x(times[at]!).toFixed(1)},${y(value).toFixed(1)}`);
  const last = months.at(-1)!;
  return (
    <svg className={classes.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden>
      <polyline
        points={points.join(' ')}
        fill="none"
        className={standing.class === 'PERCEPTION' ? classes.perception : classes.state}
      />
      <circle
        cx={x(times.at(-1)!)}
        cy={y(last.value)}
        r={2.5}
        className={standing.class === 'PERCEPTION' ? classes.perceptionDot : classes.stateDot}
      />
      {target && <path d={`M${WIDTH - 8} ${y(target.value)}h7`} className={classes.targetTick} />}
    </svg>
  );
}
