import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.js';

interface NothingFoundProps {
  title: string;
  /** What taking the filters away is called. */
  clear: string;
  onClear: () => void;
  children?: ReactNode;
}

/** A list that its filters leave nothing of, and the way back to all of it. */
export function NothingFound({ title, clear, onClear, children = null }: NothingFoundProps) {
  return (
    <EmptyState
      title={title}
      begin={
        <Button variant="default" onClick={onClear}>
          {clear}
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
