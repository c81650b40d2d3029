import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton } from '@mantine/core';
import { dayOf } from '@touchstone/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useCan, useViewer } from '../../../session/session.js';
import { csvTable } from '../../../ui/csv.js';
import { ErrorState } from '../../../ui/ErrorState.js';
import { Panel } from '../../../ui/Panel.js';
import { RelativeTime } from '../../../ui/RelativeTime.js';
import { saveText } from '../../../ui/save-text.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { MetricSearch } from '../routes.js';
import { ComparePanel } from './ComparePanel.js';
import { ControlPanel } from './ControlPanel.js';
import { drawable, momentsOf, MOST_POINTS, periodOf, pointsOf, shiftDay } from './period.js';
import { LatestPoint } from './LatestPoint.js';
import { RowsDrawer } from './RowsDrawer.js';
import { SegmentsPanel } from './SegmentsPanel.js';
import classes from './Series.module.css';
import { SeriesChart } from './SeriesChart.js';
import { SeriesControls } from './SeriesControls.js';
import { MetricSeriesDocument } from './series.generated.js';

const route = getRouteApi('/app/metrics/$metricId');

interface SeriesSectionProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** The pulse of a metric: how it moves, what stands out, who differs, and what it is made of. */
export function SeriesSection({ metric, onEdit }: SeriesSectionProps) {
  const { t } = useTranslation('series');
  const { date } = useFormats();
  const can = useCan();
  const { timeZone } = useViewer().organization;
  const search: MetricSearch = route.useSearch();
  const navigate = route.useNavigate();
  const look = (change: Partial<MetricSearch>) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...change }), replace: true, resetScroll: false });
  // The page is of the day on which it was opened; an hour later it still asks for the same numbers.
  const [now] = useState(() => Date.now());
  const today = dayOf(now, timeZone);
  const period = periodOf(search, today);
  const grain = search.grain ?? 'MONTH';
  const { from, to } = momentsOf(period, timeZone);
  const tooMany = pointsOf(period, grain) > MOST_POINTS;
  const segment = search.by && search.segment ? { dimension: search.by, value: search.segment } : null;
  const asked = { metricId: metric.id, grain, from, to, segment };
  const { data, previousData, error, refetch } = useQuery(MetricSeriesDocument, { variables: asked, skip: tooMany });
  const series = (data ?? previousData)?.metricSeries;
  const control = search.view === 'control';
  const mayList = can('export', 'Observation') && metric.definition.aggregation !== 'FORMULA';
  const exportSeries = () => {
    const head = ['bucket', 'value', 'lower', 'upper', 'n', 'reason'];
    const rows = (series?.points ?? []).map(({ bucket, value, lower, upper, n, reason }) =>
      [bucket, value, lower, upper, n, reason].map((cell) => String(cell ?? '')),
    );
    saveText(`${metric.key}-${grain.toLowerCase()}.csv`, csvTable(head, rows), 'text/csv');
  };

  return (
    <div className={classes.stack}>
      <Panel
        title={t('heading')}
        actions={
          <Group gap="xs">
            {mayList && series && series.points.length > 0 && (
              <Button size="xs" variant="default" onClick={() => look({ rows: series.points.at(-1)!.bucket })}>
                {t('rows.open')}
              </Button>
            )}
            {series && series.points.length > 0 && (
              <Button size="xs" variant="default" onClick={exportSeries}>
                {t('export')}
              </Button>
            )}
          </Group>
        }
      >
        <SeriesControls period={period} grain={grain} control={control} today={today} onLook={look} />
        {segment && (
          <p className={classes.quiet}>
            {t('ofSegment', { dimension: segment.dimension, segment: segment.value })}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => look({ segment: undefined })}>
              {t('everybody')}
            </Button>
          </p>
        )}
        {tooMany && (
          <div className={classes.empty} role="status">
            <p>{t('tooMany', { maximum: MOST_POINTS })}</p>
            <Button size="xs" onClick={() => look({ grain: drawable(period) })}>
              {t('coarser', { grain: t(`grain.${drawable(period)}`) })}
            </Button>
          </div>
        )}
        {!tooMany && error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!tooMany && !error && !series && <Skeleton height={340} />}
        {!tooMany && !error && series && series.points.length === 0 && (
          <div className={classes.empty} role="status">
            {series.lastAt ? (
              <>
                <p>{t('noneInPeriod', { date: date(dayOf(Date.parse(series.lastAt), timeZone)) })}</p>
                <Button
                  size="xs"
                  onClick={() => {
                    const last = dayOf(Date.parse(series.lastAt!), timeZone);
                    look({ from: shiftDay(last, -364), to: last });
                  }}
                >
                  {t('goToLatest')}
                </Button>
              </>
            ) : (
              <p>{metric.definition.aggregation === 'FORMULA' ? t('noneOfParts') : t('none')}</p>
            )}
          </div>
        )}
        {!tooMany && !error && series && series.points.length > 0 && (
          <>
            <LatestPoint metric={metric} series={series} now={now} />
            <SeriesChart
              metric={metric}
              series={series}
              grain={series.grain}
              control={control}
              segment={segment?.value}
              from={from}
              to={to}
              now={now}
              onPoint={mayList ? (bucket) => look({ rows: bucket }) : undefined}
            />
            <p className={classes.quiet}>
              {series.lastAt && (
                <>
                  {t('latest')} <RelativeTime at={series.lastAt} />
                  {t('latestEnd')}
                </>
              )}
              {series.pending && t('pending')}{' '}
              {series.points.some(({ suppressed }) => suppressed) &&
                t('withheld', { minimum: series.minimumGroupSize })}
            </p>
            {series.breaks.map((each) => (
              <p key={`${each.beginsOn} ${each.cause} ${each.ofMetric}`} className={classes.quiet}>
                {t(each.ofMetric ? 'brokenPart' : 'broken', {
                  date: date(each.beginsOn),
                  cause: t(`line.break.${each.cause}`),
                  note: each.note,
                  metric: each.ofMetric ?? '',
                })}
              </p>
            ))}
            {control && <ControlPanel metric={metric} series={series} onEdit={onEdit} />}
          </>
        )}
      </Panel>
      {!tooMany && (
        <ComparePanel
          metric={metric}
          period={period}
          grain={grain}
          segment={segment}
          compare={search.compare}
          onLook={look}
        />
      )}
      {!tooMany && metric.definition.aggregation !== 'FORMULA' && (
        <SegmentsPanel
          metric={metric}
          grain={grain}
          from={from}
          to={to}
          by={search.by}
          segment={search.segment}
          lines={search.lines}
          onLook={look}
        />
      )}
      <RowsDrawer
        metric={metric}
        grain={grain}
        points={series?.points ?? []}
        segment={segment}
        bucket={mayList ? search.rows : undefined}
        onBucket={(bucket) => look({ rows: bucket })}
      />
    </div>
  );
}
