import classes from './IntervalGlyph.module.css';

interface IntervalGlyphProps {
  min: number;
  max: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** A fainter point that this one is compared with. */
  before?: { value: number | null; lower: number | null; upper: number | null };
  /** Lines across the scale: levels, or nought. */
  ticks: readonly number[];
  /** The line that means "no difference". */
  strongTick?: number;
  muted?: boolean;
}

const WIDTH = 200;
const MARGIN = 8;

/** A number on its scale with its interval as whiskers; hollow when nothing says how sure it is. The numbers stand beside it. */
export function IntervalGlyph(props: IntervalGlyphProps) {
  const { min, max, value, lower, upper, before, ticks, strongTick, muted } = props;
  const x = (number: number) =>
    MARGIN + ((Math.min(max, Math.max(min, number)) - min) / (max - min || 1)) * (WIDTH - 2 * MARGIN);
  const height = before ? 30 : 20;
  const middle = before ? 21 : 10;
  const whisker = (from: number | null, to: number | null, y: number, name: string | undefined) =>
    from !== null &&
    to !== null && (
      <path className={name} d={`M${x(from)} ${y - 4}v8M${x(from)} ${y}H${x(to)}M${x(to)} ${y - 4}v8`} fill="none" />
    );
  return (
    <svg className={classes.glyph} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden preserveAspectRatio="xMidYMid meet">
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === strongTick ? classes.strongTick : classes.tick}
          x1={x(tick)}
          x2={x(tick)}
          y1={0}
          y2={height}
        />
      ))}
      {before && (
        <>
          {whisker(before.lower, before.upper, 8, classes.beforeWhisker)}
          {before.value !== null && value !== null && (
            <line className={classes.move} x1={x(before.value)} y1={8} x2={x(value)} y2={middle} />
          )}
          {before.value !== null && <circle className={classes.before} cx={x(before.value)} cy={8} r={4} />}
        </>
      )}
      {whisker(lower, upper, middle, muted ? classes.beforeWhisker : classes.whisker)}
      {value !== null && (
        <circle
          className={muted ? classes.muted : lower === null || upper === null ? classes.hollow : classes.point}
          cx={x(value)}
          cy={middle}
          r={5}
        />
      )}
    </svg>
  );
}
