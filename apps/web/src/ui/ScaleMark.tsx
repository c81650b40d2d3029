import classes from './ScaleMark.module.css';

interface ScaleMarkProps {
  value: number;
  lower?: number | null;
  upper?: number | null;
  lowest: number;
  highest: number;
}

/** Where a value lies on its whole scale, its interval drawn as a whisker. The numbers stand beside it in words. */
export function ScaleMark({ value, lower, upper, lowest, highest }: ScaleMarkProps) {
  const at = (x: number) => `${(Math.min(1, Math.max(0, (x - lowest) / (highest - lowest))) * 100).toFixed(2)}%`;
  const width = 100 / (highest - lowest);
  return (
    <div className={classes.scale} aria-hidden>
      <div className={classes.line} />
      {Array.from({ length: highest - lowest + 1 }, (_, step) => (
        <div key={step} className={classes.tick} style={{ insetInlineStart: `${step * width}%` }} />
      ))}
      {typeof lower === 'number' && typeof upper === 'number' && (
        <div
          className={classes.whisker}
          style={{ insetInlineStart: at(lower), insetInlineEnd: `calc(100% - ${at(upper)})` }}
        />
      )}
      <div className={classes.dot} style={{ insetInlineStart: at(value) }} />
    </div>
  );
}
