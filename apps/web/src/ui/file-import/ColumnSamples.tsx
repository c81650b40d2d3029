import { Fragment } from 'react';
import classes from './FileImport.module.css';

const SHOWN = 3;

/** The first cells of a column that hold something, each kept apart from its neighbours: people write in any language. */
export function ColumnSamples({ of }: { of: readonly string[] }) {
  const shown = of.filter((sample) => sample.trim() !== '').slice(0, SHOWN);
  return (
    <span className={classes.sampleText}>
      {shown.map((sample, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <bdi>{sample.trim()}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
