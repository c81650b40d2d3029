import classes from './Work.module.css';

const WIDTH = 96;
const HEIGHT = 28;
const PADDING = 4;

interface SparklineProps {
  /** In the order of time; null where nothing may be shown. */
  values: readonly (number | null)[];
  perception: boolean;
}

/** The shape of a series at a glance. It says nothing that the words beside it do not, so it is hidden from readers of words. */
export function Sparkline({ values, perception }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => PADDING + (index / (values.length - 1)) * (WIDTH - 2 * PADDING);
  const y = (value: number) => HEIGHT - PADDING - ((value - low) / span) * (HEIGHT - 2 * PADDING);
  // A gap in what is known is a gap in the line.
  const path = values
    .map((value, index) =>
      value === null
        ? ''
        : `${values[index - 1] === null || index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg
      className={perception ? `${classes.spark} ${classes.perception}` : classes.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
    >
      <path d={path} />
      <circle cx={x(last)} cy={y(values[last] as number)} r={3} />
    </svg>
  );
}
