import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  /** What belongs here and why it is worth having. */
  children: ReactNode;
  /** One act that begins it. */
  begin?: ReactNode;
  second?: ReactNode;
}

/** An empty place teaches: what belongs here, why, and one button to begin. */
export function EmptyState({ title, children, begin, second }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{children}</p>
      {(begin || second) && (
        <div className={classes.acts}>
          {begin}
          {second}
        </div>
      )}
    </div>
  );
}
