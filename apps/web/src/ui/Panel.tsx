import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title: string;
  actions?: ReactNode;
  /** Left out on paper: it invites to an act and says nothing yet. */
  screenOnly?: boolean;
  children: ReactNode;
}

/** One idea per card. */
export function Panel({ title, actions, screenOnly, children }: PanelProps) {
  const id = useId();
  return (
    <section className={screenOnly ? 'ts-card ts-no-print' : 'ts-card'} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
