import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, NativeSelect, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { ErrorState } from '../../../ui/ErrorState.js';
import { Panel } from '../../../ui/Panel.js';
import { PlainTable } from '../../../ui/PlainTable.js';
import { writePValue } from '../../../ui/p-value.js';
import { SearchField } from '../../../ui/SearchField.js';
import { Suppressed } from '../../../ui/Suppressed.js';
import { useUnit } from '../../../ui/use-unit.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain } from './series.generated.js';
import type { MetricSearch } from '../routes.js';
import { SegmentLinesChart } from './SegmentLinesChart.js';
import classes from './Series.module.css';
import {
  MetricDimensionsDocument,
  MetricSegmentTableDocument,
  type MetricSegmentTableQuery,
} from './series.generated.js';

interface SegmentsPanelProps {
  metric: MetricFieldsFragment;
  grain: Grain;
  from: string;
  to: string;
  by: string | undefined;
  segment: string | undefined;
  /** The segments drawn as lines; undefined: the largest few. */
  lines: string[] | undefined;
  onLook: (change: Partial<MetricSearch>) => void;
}

const PAGE = 20;
/** Drawn before anybody has chosen, and at most: more lines cannot be told apart. */
const FEW_LINES = 3;
const MOST_LINES = 6;

/** Who differs: the values of one dimension, each against everybody else. */
export function SegmentsPanel({ metric, grain, from, to, by, segment, lines, onLook }: SegmentsPanelProps) {
  const { t } = useTranslation('series');
  const { number } = useFormats();
  const { data } = useQuery(MetricDimensionsDocument, { variables: { metricId: metric.id } });
  const dimensions = data?.metricDimensions ?? [];
  if (!data) return <Skeleton height={120} />;
  return (
    <Panel
      title={t('segments.title')}
      screenOnly={!by}
      actions={
        dimensions.length > 0 && (
          <NativeSelect
            className="ts-no-print"
            size="xs"
            aria-label={t('segments.by')}
            value={by ?? ''}
            data={[
              { value: '', label: t('segments.choose') },
              ...dimensions.map(({ dimension, values }) => ({
                value: dimension,
                label: t('segments.dimension', { dimension, values: number(values) }),
              })),
            ]}
            onChange={({ currentTarget }) =>
              onLook({ by: currentTarget.value || undefined, segment: undefined, lines: undefined })
            }
          />
        )
      }
    >
      {dimensions.length === 0 && <p className={classes.quiet}>{t('segments.none')}</p>}
      {dimensions.length > 0 && !by && <p className={classes.quiet}>{t('segments.lead')}</p>}
      {by && (
        <SegmentTable
          key={by}
          metric={metric}
          grain={grain}
          from={from}
          to={to}
          by={by}
          segment={segment}
          lines={lines}
          onLook={onLook}
        />
      )}
    </Panel>
  );
}

type Row = MetricSegmentTableQuery['metricSegments']['segments']['edges'][number]['node'];

function SegmentTable({ metric, grain, from, to, by, segment, lines, onLook }: SegmentsPanelProps & { by: string }) {
  const { t } = useTranslation('series');
  const { number, date } = useFormats();
  const unitOf = useUnit();
  const [search, setSearch] = useState<string | undefined>();
  const variables = { metricId: metric.id, dimension: by, grain, from, to, search, first: PAGE };
  const { data, previousData, error, refetch, fetchMore } = useQuery(MetricSegmentTableDocument, { variables });
  const answer = (data ?? previousData)?.metricSegments;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!answer) return <Skeleton height={240} />;
  if (answer.brokenBy) {
    const { beginsOn, cause, note } = answer.brokenBy;
    return (
      <div className={classes.empty} role="status">
        <p>{t('refusal.BROKEN', { date: date(beginsOn), cause: t(`line.break.${cause}`), note })}</p>
        <Button size="xs" onClick={() => onLook({ from: beginsOn })}>
          {t('segments.sinceBreak', { date: date(beginsOn) })}
        </Button>
      </div>
    );
  }
  const { edges, pageInfo, totalCount } = answer.segments;
  const unit = unitOf(metric.definition.unit);
  const interval = (lower: number | null, upper: number | null) =>
    lower === null || upper === null ? '–' : t('interval', { lower: number(lower), upper: number(upper) });
  const drawn =
    lines ??
    edges
      .filter(({ node }) => !node.suppressed)
      .slice(0, FEW_LINES)
      .map(({ node }) => node.segment);
  const draw = (row: Row) => (
    <Checkbox
      size="xs"
      aria-label={t('lines.show', { segment: row.segment })}
      checked={drawn.includes(row.segment)}
      disabled={drawn.length >= MOST_LINES && !drawn.includes(row.segment)}
      onChange={({ currentTarget }) =>
        onLook({
          lines: currentTarget.checked ? [...drawn, row.segment] : drawn.filter((each) => each !== row.segment),
        })
      }
    />
  );
  const cells = (row: Row) => {
    const name = (
      <Button
        size="compact-sm"
        variant={row.segment === segment ? 'light' : 'subtle'}
        aria-pressed={row.segment === segment}
        onClick={() => onLook({ segment: row.segment === segment ? undefined : row.segment, rows: undefined })}
      >
        {row.segment}
      </Button>
    );
    if (row.suppressed)
      return [
        name,
        <Suppressed key="why" reason="COMPLEMENTARY" why={t('segments.withheld')} />,
        '–',
        '–',
        '–',
        '–',
        '–',
      ];
    const judged =
      row.p === null
        ? t(`refusal.short.${row.refusal ?? 'NO_TEST'}`)
        : t(row.p <= 0.05 ? 'segments.differs' : 'segments.same', { p: writePValue(row.p, number) });
    return [
      name,
      row.value === null ? '–' : t('value', { value: number(row.value), unit }),
      interval(row.lower, row.upper),
      row.n === null ? '–' : number(row.n),
      row.difference === null ? '–' : number(row.difference, { signDisplay: 'exceptZero' }),
      judged,
      draw(row),
    ];
  };
  return (
    <>
      {totalCount > 0 && (
        <SegmentLinesChart metric={metric} by={by} segments={drawn} grain={grain} from={from} to={to} />
      )}
      {(totalCount > PAGE || search) && (
        <SearchField label={t('segments.search')} value={search} onChange={setSearch} />
      )}
      {edges.length === 0 ? (
        <p className={classes.quiet}>{t(search ? 'segments.noneFound' : 'segments.noneInPeriod')}</p>
      ) : (
        <PlainTable
          label={t('segments.title')}
          columns={[
            { key: 'segment', title: by },
            { key: 'value', title: t('column.value'), number: true },
            { key: 'interval', title: t('column.interval'), number: true },
            { key: 'n', title: 'n', number: true },
            { key: 'difference', title: t('column.difference'), number: true },
            { key: 'judged', title: t('column.judged') },
            { key: 'line', title: t('lines.column') },
          ]}
          rows={edges.map(({ node }) => ({ key: node.segment, cells: cells(node) }))}
        />
      )}
      <Group justify="space-between" mt="xs">
        <span className={classes.quiet}>{t('segments.shown', { shown: edges.length, total: totalCount })}</span>
        {pageInfo.hasNextPage && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void fetchMore({
                variables: { ...variables, after: pageInfo.endCursor },
                updateQuery: (last, { fetchMoreResult: next }) => ({
                  metricSegments: {
                    ...next.metricSegments,
                    segments: {
                      ...next.metricSegments.segments,
                      edges: [...last.metricSegments.segments.edges, ...next.metricSegments.segments.edges],
                    },
                  },
                }),
              })
            }
          >
            {t('segments.more')}
          </Button>
        )}
      </Group>
      <p className={classes.quiet}>{t('segments.how')}</p>
    </>
  );
}
