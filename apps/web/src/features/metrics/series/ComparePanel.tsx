import { useQuery } from '@apollo/client/react';
import { NativeSelect, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useViewer } from '../../../session/session.js';
import { ErrorState } from '../../../ui/ErrorState.js';
import { Panel } from '../../../ui/Panel.js';
import { PlainTable } from '../../../ui/PlainTable.js';
import { writePValue } from '../../../ui/p-value.js';
import { useUnit, useUnitOfDifference } from '../../../ui/use-unit.js';
import type { MetricFieldsFragment } from '../metrics.generated.js';
import type { Grain } from './series.generated.js';
import type { MetricSearch } from '../routes.js';
import { momentsOf, type Period, referenceOf } from './period.js';
import classes from './Series.module.css';
import { CompareMetricPeriodsDocument, type CompareMetricPeriodsQuery } from './series.generated.js';

interface ComparePanelProps {
  metric: MetricFieldsFragment;
  period: Period;
  grain: Grain;
  segment: { dimension: string; value: string } | null;
  compare: MetricSearch['compare'];
  onLook: (change: Partial<MetricSearch>) => void;
}

/** Whether the metric differs from an earlier stretch, in a sentence and in numbers. */
export function ComparePanel({ metric, period, grain, segment, compare, onLook }: ComparePanelProps) {
  const { t } = useTranslation('series');
  const { date } = useFormats();
  const { timeZone } = useViewer().organization;
  const reference = referenceOf(period, compare ?? 'previous');
  const { data, error, refetch } = useQuery(CompareMetricPeriodsDocument, {
    variables: {
      metricId: metric.id,
      grain,
      segment,
      period: momentsOf(period, timeZone),
      reference: momentsOf(reference, timeZone),
    },
    skip: !compare,
  });
  const name = ({ fromDay, toDay }: Period) => t('stretch', { from: date(fromDay), to: date(toDay) });
  return (
    <Panel
      title={t('compare.title')}
      screenOnly={!compare}
      actions={
        <NativeSelect
          className="ts-no-print"
          size="xs"
          aria-label={t('compare.with')}
          value={compare ?? ''}
          data={[
            { value: '', label: t('compare.nothing') },
            { value: 'previous', label: t('compare.previous') },
            { value: 'year', label: t('compare.year') },
          ]}
          onChange={({ currentTarget }) =>
            onLook({ compare: (currentTarget.value || undefined) as MetricSearch['compare'] })
          }
        />
      }
    >
      {!compare && <p className={classes.quiet}>{t('compare.lead')}</p>}
      {compare && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {compare && !error && !data && <Skeleton height={120} />}
      {compare && data && (
        <Verdict
          metric={metric}
          answer={data.compareMetricPeriods}
          names={[name(period), name(reference)]}
          reference={name(reference)}
        />
      )}
    </Panel>
  );
}

interface VerdictProps {
  metric: MetricFieldsFragment;
  answer: CompareMetricPeriodsQuery['compareMetricPeriods'];
  names: [string, string];
  reference: string;
}

const CERTAIN = 0.05;

function Verdict({ metric, answer, names, reference }: VerdictProps) {
  const { t } = useTranslation('series');
  const { number, date } = useFormats();
  const unitOf = useUnit();
  const unitOfDifference = useUnitOfDifference();
  const { difference, lower, upper, p, test, refusal, brokenBy } = answer;
  const differenceIn = ['CSAT', 'TOP_BOX', 'SHARE'].includes(metric.definition.aggregation)
    ? '%'
    : metric.definition.unit;
  const unit = unitOfDifference(differenceIn);
  const sentence = () => {
    if (refusal === 'BROKEN' && brokenBy)
      return t('refusal.BROKEN', {
        date: date(brokenBy.beginsOn),
        cause: t(`line.break.${brokenBy.cause}`),
        note: brokenBy.note,
      });
    if (refusal || difference === null || p === null) return t(`refusal.${refusal ?? 'NO_TEST'}`);
    const values = { by: number(Math.abs(difference)), unit, reference };
    if (p > CERTAIN) return t('verdict.same', values);
    const better =
      metric.definition.direction === 'RANGE'
        ? 'other'
        : difference > 0 === (metric.definition.direction === 'HIGHER')
          ? 'better'
          : 'worse';
    return t(difference > 0 ? 'verdict.higher' : 'verdict.lower', { ...values, better });
  };
  const withheld = answer.period.withheld + answer.reference.withheld;
  const side = ({ value, n, points }: VerdictProps['answer']['period']) => [
    value === null ? '–' : t('value', { value: number(value), unit: unitOf(metric.definition.unit) }),
    n === null ? '–' : number(n),
    number(points),
  ];
  return (
    <>
      <p className={classes.sentence} role="status">
        {sentence()}
      </p>
      <PlainTable
        label={t('compare.title')}
        columns={[
          { key: 'period', title: t('column.period') },
          { key: 'value', title: t('column.value'), number: true },
          { key: 'n', title: 'n', number: true },
          { key: 'points', title: t('column.points'), number: true },
        ]}
        rows={[
          { key: 'period', cells: [names[0], ...side(answer.period)] },
          { key: 'reference', cells: [names[1], ...side(answer.reference)] },
        ]}
      />
      {test && difference !== null && lower !== null && upper !== null && p !== null && (
        <p className={classes.quiet}>
          {t('compare.numbers', {
            difference: number(difference, { signDisplay: 'exceptZero' }),
            unit,
            lower: number(lower),
            upper: number(upper),
            p: writePValue(p, number),
            test: t(`test.${test}`),
          })}
        </p>
      )}
      {withheld > 0 && <p className={classes.quiet}>{t('compare.withheld', { count: withheld })}</p>}
    </>
  );
}
