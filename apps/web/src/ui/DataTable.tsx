import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type RowData,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChooser, useKeptColumns } from './ColumnChooser.js';
import classes from './DataTable.module.css';
import { ErrorState } from './ErrorState.js';

declare module '@tanstack/react-table' {
  // The parameters are TanStack's own; ours adds only how a column is set.
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Right-aligned on wide screens. */
    number?: boolean;
    /** The column's name where its header is not plain text. */
    label?: string;
    /** Always shown. */
    fixed?: boolean;
    /** Never used; keeps the parameters that TanStack's declaration asks for. */
    _row?: [TData, TValue];
  }
}

export type Sort = { by: string; descending?: boolean } | null;

/**
 * The columns of a list. TanStack types each column by its own value, in a parameter that it both takes and gives: a list
 * of columns has no common value type but `any`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export type Columns<Row> = ColumnDef<Row, any>[];

interface DataTableProps<Row> {
  /** Names the table for assistive technology and for the columns the reader chose. */
  id: string;
  label: string;
  columns: Columns<Row>;
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  loading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  /** Shown when there is nothing at all. */
  empty: ReactNode;
  /** Filters of the list; the count stands beside them. */
  filters?: ReactNode;
  /** Ways of looking at the list that are kept, beside the choice of columns. */
  views?: ReactNode;
  totalCount?: number;
  hasMore?: boolean;
  onMore?: () => void;
  /** Sort state from the URL; without it the table keeps its own. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** The rows come in the order of `sort`, over all pages. */
  sortedByServer?: boolean;
  /** Opens the side panel. The first column should also hold a link or button, for the keyboard. */
  onRow?: (row: Row) => void;
}

const interactive = 'a,button,input,select,label,[role=menuitem]';

/** A list: filters with counts, columns to choose and sort, pages by cursor, and honest states around it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { columns, rows, loading, error, hasMore, totalCount } = props;
  const [ownSort, setOwnSort] = useState<Sort>(null);
  const [visibility, setVisibility] = useKeptColumns(props.id);
  const sort = props.onSort ? (props.sort ?? null) : ownSort;
  const setSort = props.onSort ?? setOwnSort;
  const sorting: SortingState = sort ? [{ id: sort.by, desc: sort.descending ?? false }] : [];

  // TanStack Table returns functions that the compiler must not memoise; this component is not compiled.
  // eslint-disable-next-line react-hooks/incompatible-library
  const table = useReactTable<Row>({
    data: rows ?? [],
    columns,
    state: { sorting, columnVisibility: visibility },
    getRowId: props.rowKey,
    // Pages come by cursor. Left on, a list that is a new array at every render resets the page index, which renders again.
    manualPagination: true,
    manualSorting: props.sortedByServer,
    autoResetAll: false,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    onColumnVisibilityChange: setVisibility,
    onSortingChange: (update) => {
      const [first] = typeof update === 'function' ? update(sorting) : update;
      setSort(first ? { by: first.id, descending: first.desc } : null);
    },
  });
  const labelOf = (column: { columnDef: ColumnDef<Row>; id: string }) =>
    column.columnDef.meta?.label ?? (typeof column.columnDef.header === 'string' ? column.columnDef.header : column.id);
  const visible = table.getVisibleLeafColumns();
  const waiting = loading && !rows;

  return (
    <div className={classes.frame}>
      <div className={`${classes.bar} ts-no-print`}>
        {props.filters && <div className={classes.filters}>{props.filters}</div>}
        <div className={classes.end}>
          <span className={classes.count}>
            {rows && t('table.count', { shown: rows.length, total: totalCount ?? rows.length })}
          </span>
          {props.views}
          <ColumnChooser
            columns={table
              .getAllLeafColumns()
              .filter((column) => !column.columnDef.meta?.fixed && labelOf(column))
              .map((column) => ({
                id: column.id,
                label: labelOf(column),
                shown: column.getIsVisible(),
                toggle: () => column.toggleVisibility(),
              }))}
          />
        </div>
      </div>
      {error !== undefined && error !== null && !loading && (
        <div className={classes.message}>
          <ErrorState error={error} onRetry={props.onRetry} />
        </div>
      )}
      {rows && rows.length === 0 && !error ? (
        props.empty
      ) : (
        <div className={classes.scroll} role="region" aria-label={props.label} tabIndex={0}>
          <table className={classes.table} role="table" aria-label={props.label} aria-busy={loading}>
            <thead role="rowgroup">
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id} role="row">
                  {group.headers.map((header) => {
                    const direction = header.column.getIsSorted();
                    const content = flexRender(header.column.columnDef.header, header.getContext());
                    const Arrow =
                      direction === 'asc' ? IconArrowUp : direction === 'desc' ? IconArrowDown : IconArrowsSort;
                    return (
                      <th
                        key={header.id}
                        role="columnheader"
                        scope="col"
                        className={header.column.columnDef.meta?.number ? classes.number : undefined}
                        aria-sort={direction ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
                      >
                        {header.column.getCanSort() ? (
                          <UnstyledButton className={classes.sort} onClick={header.column.getToggleSortingHandler()}>
                            {content}
                            <Arrow size={14} aria-hidden />
                          </UnstyledButton>
                        ) : (
                          content
                        )}
                      </th>
                    );
                  })}
                </tr>
              ))}
            </thead>
            <tbody role="rowgroup">
              {waiting &&
                Array.from({ length: 6 }, (_, row) => (
                  <tr key={row} role="row">
                    {visible.map((column) => (
                      <td key={column.id} role="cell">
                        <Skeleton height={12} my={4} width={`${50 + ((row * 17 + column.id.length * 7) % 45)}%`} />
                      </td>
                    ))}
                  </tr>
                ))}
              {table.getRowModel().rows.map((row) => (
                <tr
                  key={row.id}
                  role="row"
                  className={props.onRow ? classes.clickable : undefined}
                  onClick={(event: MouseEvent<HTMLElement>) => {
                    const inside = (event.target as HTMLElement).closest(interactive);
                    if (!inside && props.onRow) props.onRow(row.original);
                  }}
                >
                  {row.getVisibleCells().map((cell) => (
                    <td
                      key={cell.id}
                      role="cell"
                      data-label={labelOf(cell.column)}
                      className={cell.column.columnDef.meta?.number ? classes.number : undefined}
                    >
                      <div>{flexRender(cell.column.columnDef.cell, cell.getContext())}</div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows && hasMore && (
        <div className={classes.foot}>
          {sort && !props.sortedByServer && <span>{t('table.sortedAmongShown', { shown: rows.length })}</span>}
          <Button variant="default" size="xs" onClick={props.onMore} loading={loading}>
            {t('table.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
