import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { nextBucket } from '@touchstone/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useViewer } from '../../../session/session.js';
import { AppLink } from '../../../ui/AppLink.js';
import { csvTable } from '../../../ui/csv.js';
import { ErrorState } from '../../../ui/ErrorState.js';
import { PlainTable } from '../../../ui/PlainTable.js';
import { saveText } from '../../../ui/save-text.js';
import { SidePanel } from '../../../ui/SidePanel.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain } from './series.generated.js';
import classes from './Series.module.css';
import type { Series } from './series-option.js';
import { PointRowsDocument, type PointRowsQuery } from './series.generated.js';
import { useBucketText } from './use-bucket-text.js';

interface RowsDrawerProps {
  metric: MetricFieldsFragment;
  grain: Grain;
  points: Series['points'];
  segment: { dimension: string; value: string } | null;
  bucket: string | undefined;
  onBucket: (bucket: string | undefined) => void;
}

const PAGE = 50;
/** More rows than this are taken from the import they came with. */
const MOST_EXPORTED = 10_000;

/** The single observations that a point is made of, and the imports they came from. */
export function RowsDrawer({ metric, grain, points, segment, bucket, onBucket }: RowsDrawerProps) {
  const { t } = useTranslation('series');
  const bucketText = useBucketText();
  const { timeZone, weekStart } = useViewer().organization;
  const at = bucket === undefined ? NaN : Date.parse(bucket);
  const open = !Number.isNaN(at);
  const from = open ? new Date(at).toISOString() : '';
  const known = points.some((point) => point.bucket === from);
  return (
    <SidePanel opened={open} onClose={() => onBucket(undefined)} title={t('rows.title', { metric: metric.name })}>
      {open && (
        <>
          <NativeSelect
            label={t('rows.point')}
            value={known ? from : ''}
            data={[
              ...(known ? [] : [{ value: '', label: t('rows.choose') }]),
              ...points.toReversed().map((point) => ({ value: point.bucket, label: bucketText(point.bucket, grain) })),
            ]}
            onChange={({ currentTarget }) => currentTarget.value && onBucket(currentTarget.value)}
          />
          {known && (
            <Rows
              key={from}
              metric={metric}
              variables={{
                metricId: metric.id,
                grain,
                from,
                to: new Date(nextBucket(at, grain.toLowerCase() as 'day', { timeZone, weekStart })).toISOString(),
                segment,
                first: PAGE,
              }}
            />
          )}
        </>
      )}
    </SidePanel>
  );
}

interface RowsProps {
  metric: MetricFieldsFragment;
  variables: {
    metricId: string;
    grain: Grain;
    from: string;
    to: string;
    segment: { dimension: string; value: string } | null;
    first: number;
  };
}

type Page = PointRowsQuery['metricObservations'];

function Rows({ metric, variables }: RowsProps) {
  const { t } = useTranslation('series');
  const { number, dateTime, date } = useFormats();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(PointRowsDocument, { variables });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} mt="sm" />;
  const { edges, pageInfo, totalCount } = data.metricObservations;
  const anonymous = metric.versions.some((version) => version.class === 'PERCEPTION');
  const segmentsOf = (segments: unknown) =>
    Object.entries(segments as Record<string, string>)
      .map(([dimension, value]) => t('rows.segment', { dimension, value }))
      .join('; ');
  const exportRows = async () => {
    setBusy(true);
    const rows: Page['edges'] = [];
    let after: string | null = null;
    do {
      const page: { data?: PointRowsQuery } = await client.query({
        query: PointRowsDocument,
        variables: { ...variables, first: 100, after },
        fetchPolicy: 'no-cache',
      });
      const found = page.data!.metricObservations;
      rows.push(...found.edges);
      after = found.pageInfo.hasNextPage && rows.length < MOST_EXPORTED ? found.pageInfo.endCursor : null;
    } while (after);
    const head = ['observed_at', 'value', 'n', 'segments', 'import'];
    saveText(
      `${metric.key}-rows.csv`,
      csvTable(
        head,
        rows.map(({ node }) => [
          node.observedAt,
          String(node.value),
          String(node.n),
          segmentsOf(node.segments),
          node.fileName ?? '',
        ]),
      ),
      'text/csv',
    );
    setBusy(false);
  };
  return (
    <>
      <Group justify="space-between" my="sm">
        <span className={classes.quiet}>{t('rows.count', { shown: edges.length, total: totalCount })}</span>
        <Button size="xs" variant="default" loading={busy} onClick={() => void exportRows()}>
          {t('rows.export')}
        </Button>
      </Group>
      {totalCount > MOST_EXPORTED && <p className={classes.quiet}>{t('rows.tooMany', { maximum: MOST_EXPORTED })}</p>}
      {anonymous && <p className={classes.quiet}>{t('rows.anonymous')}</p>}
      <PlainTable
        label={t('rows.title', { metric: metric.name })}
        columns={[
          { key: 'at', title: t('column.time') },
          { key: 'value', title: t('column.value'), number: true },
          { key: 'n', title: 'n', number: true },
          ...(anonymous ? [] : [{ key: 'segments', title: t('column.segments') }]),
          { key: 'import', title: t('column.import') },
        ]}
        rows={edges.map(({ node, cursor }) => ({
          key: cursor,
          cells: [
            anonymous ? date(node.observedAt) : dateTime(node.observedAt),
            number(node.value, { maximumFractionDigits: 6 }),
            number(node.n),
            ...(anonymous ? [] : [segmentsOf(node.segments) || '–']),
            node.importId ? (
              <AppLink key="import" to="/monitoring/imports/$importId" params={{ importId: node.importId }}>
                {node.fileName ?? t('rows.import')}
              </AppLink>
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {pageInfo.hasNextPage && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { ...variables, after: pageInfo.endCursor },
              updateQuery: (last, { fetchMoreResult: next }) => ({
                metricObservations: {
                  ...next.metricObservations,
                  edges: [...last.metricObservations.edges, ...next.metricObservations.edges],
                },
              }),
            })
          }
        >
          {t('segments.more')}
        </Button>
      )}
    </>
  );
}
