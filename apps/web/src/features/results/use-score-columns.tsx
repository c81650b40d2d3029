import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { useResults } from './results-context.js';
import classes from './ScoreColumns.module.css';
import type { ScoreColumn, ScoreRow } from './score-table.js';
import { ScoreText, useScoreFormat } from './ScoreText.js';

interface Sorting {
  apart: boolean;
  sort: ScoreColumn;
  down: boolean;
  onSort: (column: ScoreColumn) => void;
}

interface ScoreTableColumn {
  column: {
    key: string;
    title: ReactNode;
    label: string;
    number?: boolean;
    sorted?: 'ascending' | 'descending' | 'none';
  };
  cell: (row: ScoreRow) => ReactNode;
}

/** The columns of the table of every number, each with the way it is written. */
export function useScoreColumns({ apart, sort, down, onSort }: Sorting): ScoreTableColumn[] {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const score = useScoreFormat();
  const { results, nodeName, groupName, levelName, scale } = useResults();
  const percent = formats.percent(results.confidence);
  const known = (value: number | null | undefined, show: (value: number) => ReactNode): ReactNode =>
    value === null || value === undefined ? '–' : show(value);
  const head = (key: string, label: string, column?: ScoreColumn, number = true): ScoreTableColumn['column'] => {
    if (!column) return { key, label, title: label, number };
    const Arrow = down ? IconArrowDown : IconArrowUp;
    const sorted = column !== sort ? 'none' : down ? 'descending' : 'ascending';
    return {
      key,
      label,
      number,
      sorted,
      title: (
        <UnstyledButton className={classes.sort} onClick={() => onSort(column)}>
          {label}
          {column === sort && <Arrow size={13} aria-hidden />}
        </UnstyledButton>
      ),
    };
  };

  return [
    {
      column: head('node', t('table.node'), 'model', false),
      cell: ({ node }) => (
        <span className={node.kind === 'PRACTICE' ? classes.practice : undefined}>{nodeName(node)}</span>
      ),
    },
    ...(apart
      ? [
          {
            column: head('group', t('table.group'), undefined, false),
            cell: ({ groupId }: ScoreRow) => groupName(groupId),
          },
        ]
      : []),
    {
      column: head('value', t('table.score'), 'value'),
      cell: ({ node, groupId, cell }) => <ScoreText node={node} groupId={groupId} cell={cell} />,
    },
    {
      column: head('interval', t('table.interval', { percent })),
      cell: ({ cell }) =>
        cell?.lower == null || cell.upper == null
          ? '–'
          : t('cell.interval', { from: score(cell.lower), to: score(cell.upper) }),
    },
    { column: head('n', t('table.n'), 'n'), cell: ({ cell }) => known(cell?.n, formats.number) },
    { column: head('sd', t('table.sd'), 'sd'), cell: ({ cell }) => known(cell?.sd, score) },
    {
      column: head('level', t('table.level'), undefined, false),
      cell: ({ cell }) =>
        known(cell?.level, (level) => (
          <LevelBadge level={level} name={levelName(level)} lowest={scale.min} highest={scale.max} />
        )),
    },
    { column: head('agreement', t('table.agreement'), 'agreement'), cell: ({ cell }) => known(cell?.agreement, score) },
    {
      column: head('coverage', t('table.coverage'), 'coverage'),
      cell: ({ cell }) => known(cell?.coverage, (share) => formats.percent(share)),
    },
    {
      column: head('notApplicable', t('table.notApplicable'), 'notApplicable'),
      cell: ({ cell }) => known(cell?.notApplicable, formats.number),
    },
  ];
}
