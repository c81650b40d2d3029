import { useState } from 'react';
import { type AppError, toAppError } from '../api/app-error.js';
import { csvTable } from './csv.js';
import { saveText } from './save-text.js';

interface Page<Row> {
  edges: readonly { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface ListTable<Row> {
  file: string;
  head: string[];
  cells: (row: Row) => (string | number | null | undefined)[];
}

export interface ListExport {
  save: () => void;
  busy: boolean;
  error: AppError | null;
}

/** Every row that fits the filters, those that are not on the screen too, as a file of comma-separated values. */
export function useListExport<Row>(
  read: (after: string | null) => Promise<Page<Row> | undefined>,
  { file, head, cells }: ListTable<Row>,
): ListExport {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const all = async (): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page<Row> | undefined = await read(after);
      if (!page) return rows;
      rows.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) return rows;
      after = page.pageInfo.endCursor ?? null;
    }
  };
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const rows = (await all()).map((row) => cells(row).map((cell) => String(cell ?? '')));
      saveText(`${file}.csv`, csvTable(head, rows), 'text/csv');
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return { save: () => void save(), busy, error };
}
