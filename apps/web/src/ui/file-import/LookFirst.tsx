import { Button, Group } from '@mantine/core';
import type { AppError } from '../../api/app-error.js';
import { ErrorState } from '../ErrorState.js';
import classes from './FileImport.module.css';

interface LookFirstProps {
  /** What is still missing before there is something to look at. */
  problems: readonly string[];
  failure: AppError | null | undefined;
  /** What a refusal has left as it was. */
  kept: string;
  act: string;
  busy: boolean;
  /** Whether it was looked at: from then on going on comes first. */
  looked: boolean;
  onLook: () => void;
}

/** Before a file is imported one looks at what would come of it. */
export function LookFirst({ problems, failure, kept, act, busy, looked, onLook }: LookFirstProps) {
  return (
    <>
      {problems.length > 0 && (
        <ul className={classes.problems} role="status">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {failure && <ErrorState error={failure} kept={kept} />}
      <Group>
        <Button variant={looked ? 'default' : 'filled'} onClick={onLook} loading={busy} disabled={problems.length > 0}>
          {act}
        </Button>
      </Group>
    </>
  );
}
