import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Chart } from '../../ui/Chart.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { matrixOption, paretoOption } from './lens-options.js';
import classes from './Opportunities.module.css';
import { OpportunityCriteriaDocument, OpportunityLensesDocument } from './opportunities.generated.js';
import { type Lens, type LensRow, QUADRANTS } from './opportunity-words.js';

interface LensViewProps {
  lens: Lens;
  onOpen: (id: string) => void;
  /** Sets what is weighed; only for those who may. */
  onCriteria: (() => void) | undefined;
}

/** The open opportunities through one lens. What was not estimated is listed last and has no rank: nothing is made up. */
export function LensView({ lens, onOpen, onCriteria }: LensViewProps) {
  const { t } = useTranslation('opportunities');
  const { data, error, refetch } = useQuery(OpportunityLensesDocument, { fetchPolicy: 'cache-and-network' });
  const rows = data?.opportunityLenses;
  if (!rows) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} />;
  if (rows.length === 0) return <EmptyState title={t('lens.none')}>{t('lens.noneText')}</EmptyState>;
  return (
    <Panel title={t(`lens.name.${lens}`)}>
      <div className={classes.stack}>
        <p className={classes.quiet}>{t(`lens.text.${lens}`)}</p>
        {lens === 'weighted' && <Criteria onCriteria={onCriteria} />}
        {lens === 'matrix' && <Matrix rows={rows} onOpen={onOpen} />}
        {lens === 'pareto' && <Pareto rows={rows} onOpen={onOpen} />}
        {lens !== 'matrix' && lens !== 'pareto' && <Ranked lens={lens} rows={rows} onOpen={onOpen} />}
      </div>
    </Panel>
  );
}

function Criteria({ onCriteria }: Pick<LensViewProps, 'onCriteria'>) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const { data } = useQuery(OpportunityCriteriaDocument);
  const criteria = data?.opportunityCriteria.criteria ?? [];
  const named = criteria.map(({ name, weight, direction }) =>
    t(direction === 'COST' ? 'criteria.cost' : 'criteria.benefit', { name, weight: formats.number(weight) }),
  );
  return (
    <div className={classes.acts}>
      <p className={classes.said}>{named.length > 0 ? formats.list(named) : t('criteria.none')}</p>
      {onCriteria && (
        <Button size="xs" variant="default" onClick={onCriteria}>
          {t('criteria.set')}
        </Button>
      )}
    </div>
  );
}

interface LensRowsProps {
  rows: readonly LensRow[];
  onOpen: (id: string) => void;
}

const Name = ({ row }: { row: LensRow }) => (
  <AppLink
    from="/opportunities"
    to="/opportunities"
    search={(last) => ({ ...last, opportunity: row.id })}
    size="sm"
    fw={600}
  >
    O-{row.number} {row.title}
  </AppLink>
);

function Ranked({ lens, rows }: LensRowsProps & { lens: 'rice' | 'wsjf' | 'ice' | 'weighted' }) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const rankOf = (row: LensRow) => row[`${lens}Rank`] ?? Infinity;
  const sorted = [...rows].sort((a, b) => rankOf(a) - rankOf(b) || a.number - b.number);
  const covered = lens === 'weighted';
  return (
    <PlainTable
      label={t(`lens.name.${lens}`)}
      columns={[
        { key: 'name', title: t('field.title') },
        { key: 'rank', title: t('lens.rank'), number: true },
        { key: 'score', title: t(`lens.name.${lens}`), number: true },
        ...(covered ? [{ key: 'covered', title: t('lens.coverage'), number: true }] : []),
      ]}
      rows={sorted.map((row) => {
        const score = row[lens];
        return {
          key: row.id,
          cells: [
            <Name key="name" row={row} />,
            score == null ? '–' : formats.number(rankOf(row)),
            score == null ? t('lens.missing') : formats.number(score),
            ...(covered ? [row.weightedCoverage == null ? '–' : formats.percent(row.weightedCoverage)] : []),
          ],
        };
      })}
    />
  );
}

function Matrix({ rows, onOpen }: LensRowsProps) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const option = useMemo(() => matrixOption(rows, { impact: t('field.impact'), effort: t('field.effort') }), [rows, t]);
  const order = (row: LensRow) => (row.quadrant ? QUADRANTS.indexOf(row.quadrant) : QUADRANTS.length);
  const sorted = [...rows].sort((a, b) => order(a) - order(b) || a.number - b.number);
  const number = (value: number | null | undefined) => (value == null ? '–' : formats.number(value));
  return (
    <>
      <Chart
        title={t('lens.matrixTitle')}
        option={option}
        height={380}
        onSelect={({ name }) => {
          const row = rows.find((each) => `O-${each.number}` === name);
          if (row) onOpen(row.id);
        }}
        table={{
          columns: [t('field.title'), t('field.impact'), t('field.effort')],
          rows: sorted.map((row) => ({
            key: row.id,
            cells: [`O-${row.number} ${row.title}`, number(row.impact), number(row.effort)],
          })),
        }}
      />
      <PlainTable
        label={t('lens.name.matrix')}
        columns={[
          { key: 'name', title: t('field.title') },
          { key: 'quadrant', title: t('lens.quadrant') },
          { key: 'impact', title: t('field.impact'), number: true },
          { key: 'effort', title: t('field.effort'), number: true },
        ]}
        rows={sorted.map((row) => ({
          key: row.id,
          cells: [
            <Name key="name" row={row} />,
            row.quadrant ? t(`quadrant.${row.quadrant}`) : t('lens.missing'),
            number(row.impact),
            number(row.effort),
          ],
        }))}
      />
    </>
  );
}

function Pareto({ rows, onOpen }: LensRowsProps) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const sorted = useMemo(() => [...rows].sort((a, b) => b.pain - a.pain || a.number - b.number), [rows]);
  const option = useMemo(() => paretoOption(sorted, { share: t('lens.share') }), [sorted, t]);
  const percent = (share: number | null | undefined) => (share == null ? '–' : formats.percent(share / 100, 1));
  const cells = sorted.map((row, index) => {
    const soFar = sorted.slice(0, index + 1).reduce((sum, { painShare }) => sum + (painShare ?? 0), 0);
    return { row, own: percent(row.painShare), together: percent(row.painShare == null ? null : soFar) };
  });
  return (
    <>
      <Chart
        title={t('lens.paretoTitle')}
        option={option}
        height={64 + rows.length * 28}
        onSelect={({ name }) => {
          const row = rows.find((each) => `O-${each.number}` === name);
          if (row) onOpen(row.id);
        }}
        table={{
          columns: [t('field.title'), t('lens.share'), t('lens.together')],
          rows: cells.map(({ row, own, together }) => ({
            key: row.id,
            cells: [`O-${row.number} ${row.title}`, own, together],
          })),
        }}
      />
      <PlainTable
        label={t('lens.name.pareto')}
        columns={[
          { key: 'name', title: t('field.title') },
          { key: 'share', title: t('lens.share'), number: true },
          { key: 'together', title: t('lens.together'), number: true },
          { key: 'vital', title: t('lens.vital') },
        ]}
        rows={cells.map(({ row, own, together }) => ({
          key: row.id,
          cells: [
            <Name key="name" row={row} />,
            own,
            together,
            row.vital ? (
              <StatusBadge key="vital" tone="active">
                {t('lens.isVital')}
              </StatusBadge>
            ) : (
              '–'
            ),
          ],
        }))}
      />
    </>
  );
}
