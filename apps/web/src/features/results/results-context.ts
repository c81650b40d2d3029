import { createContext, useContext } from 'react';
import type { FindCell, ResultNode, Results } from './result-index.js';

/** What every part of the results page needs of the one answer it was given. */
export interface ResultsView {
  readonly results: Results;
  readonly nodes: readonly ResultNode[];
  readonly find: FindCell;
  readonly scale: { readonly min: number; readonly max: number };
  readonly nodeName: (node: Pick<ResultNode, 'kind' | 'id'>) => string;
  readonly groupName: (groupId: string | null) => string;
  readonly levelName: (level: number) => string;
}

export const ResultsContext = createContext<ResultsView | null>(null);

export function useResults(): ResultsView {
  const view = useContext(ResultsContext);
  if (!view) throw new Error('useResults outside the results page');
  return view;
}
