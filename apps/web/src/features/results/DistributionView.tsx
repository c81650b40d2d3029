import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { DistributionBar } from './DistributionBar.js';
import { distributionSegments } from './distribution-bars.js';
import { useResults } from './results-context.js';
import { Withheld } from './Withheld.js';
import classes from './ResultsPage.module.css';
import type { ResultsSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

/** How the answers behind each mean are spread: two practices with one mean can be two different stories. */
export function DistributionView() {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { group }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { results, nodes, find, scale, nodeName, levelName } = useResults();
  const groupId = results.groups.some(({ id }) => id === group) ? (group ?? null) : null;
  const valueName = (value: number) => levelName(value) || formats.number(value);
  const rows = nodes
    .filter((node) => node.kind === 'PRACTICE')
    .map((node) => ({ node, cell: find('PRACTICE', node.id, groupId) }));

  return (
    <section className="ts-card">
      <h2 className={classes.title}>{t('distribution.title')}</h2>
      <p className={classes.help}>{t('distribution.help')}</p>
      <div className={`${classes.filters} ts-no-print`}>
        <NativeSelect
          label={t('distribution.group')}
          value={groupId ?? ''}
          onChange={(event) => {
            const next = event.currentTarget.value || undefined;
            void navigate({ to: '.', search: (last) => ({ ...last, group: next }), replace: true, resetScroll: false });
          }}
          data={[
            { value: '', label: t('allRespondents') },
            ...results.groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {results.unit === 'LEVEL' &&
          results.model.levels.map(({ value }) => (
            <LevelBadge key={value} level={value} name={levelName(value)} lowest={scale.min} highest={scale.max} />
          ))}
      </div>
      <PlainTable
        label={t('distribution.title')}
        columns={[
          { key: 'practice', title: t('heatmap.practice') },
          { key: 'bar', title: t('distribution.share') },
          { key: 'n', title: t('table.n'), number: true },
        ]}
        rows={rows.map(({ node, cell }) => ({
          key: node.id,
          cells: [
            nodeName(node),
            cell?.distribution && cell.suppression === 'SHOWN' ? (
              <DistributionBar
                key="bar"
                segments={distributionSegments(cell.distribution, scale)}
                valueName={valueName}
              />
            ) : cell && cell.suppression !== 'SHOWN' ? (
              <Withheld key="why" cell={cell} />
            ) : (
              t('distribution.none')
            ),
            cell?.n == null ? '–' : formats.number(cell.n),
          ],
        }))}
      />
    </section>
  );
}
