import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';

interface PlainColumn {
  key: string;
  title: ReactNode;
  /** What the cell is called on a phone, where the title is not plain text. */
  label?: string;
  number?: boolean;
  /** On a phone the first cell heads the lines of its row: one that says nothing alone takes its title along. */
  titled?: boolean;
  /** Sort state, where the column can be sorted; the title then holds the button. */
  sorted?: 'ascending' | 'descending' | 'none';
}

interface PlainTableProps {
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: ReactNode[]; strong?: boolean }[];
  /** Stays a table on a phone and scrolls sideways: for grids whose columns must stay comparable. */
  keepGrid?: boolean;
}

/** Exact rows without filters or pages; on a phone each row becomes a few labelled lines. */
export function PlainTable({ label, columns, rows, keepGrid }: PlainTableProps) {
  // A group and no landmark: a page of tables would otherwise be a page of landmarks.
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      {/* Roles are said because a table laid out as blocks loses them. */}
      <table
        className={keepGrid ? classes.table : `${classes.table} ${classes.folding}`}
        role="table"
        aria-label={label}
      >
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sorted === 'none' ? undefined : column.sorted}
                className={column.number ? classes.number : undefined}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row" className={row.strong ? classes.strong : undefined}>
              {row.cells.map((cell, index) => {
                const column = columns[index];
                const shared = {
                  key: column?.key ?? index,
                  className: column?.number ? classes.number : undefined,
                  'data-label': column?.label ?? (typeof column?.title === 'string' ? column.title : undefined),
                };
                const { key, ...rest } = shared;
                return index === 0 ? (
                  <th key={key} role="rowheader" scope="row" data-titled={column?.titled} {...rest}>
                    {cell}
                  </th>
                ) : (
                  <td key={key} role="cell" {...rest}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
