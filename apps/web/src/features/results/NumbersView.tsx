import { Checkbox, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import { useResults } from './results-context.js';
import classes from './ResultsPage.module.css';
import type { ResultsSearch } from './routes.js';
import { NODE_FILTERS, scoreRows, sortScoreRows } from './score-table.js';
import { useScoreColumns } from './use-score-columns.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

/** Every number there is, to be sorted, filtered and checked. */
export function NumbersView() {
  const { t } = useTranslation('results');
  const { show = 'all', apart, sort = 'model', down }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { results, nodes, find } = useResults();
  const change = (next: ResultsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const columns = useScoreColumns({
    apart: apart === true,
    sort,
    down: down === true,
    // The same column again turns the order; a new one begins with the largest.
    onSort: (column) =>
      change({
        sort: column,
        down: column === sort ? (down ? undefined : true) : column === 'model' ? undefined : true,
      }),
  });
  const groupIds = apart ? [null, ...results.groups.map(({ id }) => id)] : [null];
  const rows = sortScoreRows(scoreRows(nodes, groupIds, find, show), sort, down === true);
  return (
    <section className="ts-card">
      <h2 className={classes.title}>{t('table.title')}</h2>
      <div className={`${classes.filters} ts-no-print`}>
        <NativeSelect
          label={t('table.show')}
          value={show}
          onChange={(event) => {
            const next = NODE_FILTERS.find((each) => each === event.currentTarget.value);
            change({ show: next === 'all' ? undefined : next });
          }}
          data={[
            { value: 'all', label: t('table.showAll') },
            { value: 'dimensions', label: t('table.showDimensions') },
            { value: 'practices', label: t('table.showPractices') },
          ]}
        />
        <Checkbox
          label={t('table.everyGroup')}
          checked={apart === true}
          onChange={(event) => change({ apart: event.currentTarget.checked || undefined })}
          mb={8}
        />
        <span className={classes.quiet} role="status">
          {t('table.caption', { count: rows.length })}
        </span>
      </div>
      <PlainTable
        label={t('table.title')}
        columns={columns.map(({ column }) => column)}
        rows={rows.map((row) => ({
          key: `${row.node.kind} ${row.node.id} ${row.groupId ?? ''}`,
          strong: sort === 'model' && row.node.kind !== 'PRACTICE',
          cells: columns.map(({ cell }) => cell(row)),
        }))}
      />
    </section>
  );
}
