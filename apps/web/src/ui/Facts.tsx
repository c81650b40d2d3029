import type { ReactNode } from 'react';
import classes from './Facts.module.css';

interface Fact {
  name: ReactNode;
  value: ReactNode;
  /** What the name means, where it is not plain. */
  help?: string;
}

/** Names and values of one object: beside each other where there is room. `strip` lays them in a row, for a page's key facts. */
export function Facts({ facts, strip }: { facts: Fact[]; strip?: boolean }) {
  return (
    <dl className={strip ? classes.strip : classes.facts}>
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.name}</dt>
          <dd>
            {fact.value}
            {fact.help && <span className={classes.help}>{fact.help}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
