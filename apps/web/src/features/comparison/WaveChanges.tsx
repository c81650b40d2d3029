import { useQuery } from '@apollo/client/react';
import { NativeSelect, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { ChangeTable } from './ChangeTable.js';
import { WaveComparisonDocument } from './comparison.generated.js';
import classes from './ComparisonPage.module.css';
import { comparedGroups, comparisonRows, countVerdicts } from './comparison-rows.js';
import type { ComparisonSearch } from './routes.js';
import { Unmatched } from './Unmatched.js';
import { useCodeText } from './use-code-text.js';
import { VerdictSummary } from './VerdictSummary.js';

const route = getRouteApi('/app/comparison');

export function WaveChanges({ beforeId, afterId }: { beforeId: string; afterId: string }) {
  const { t } = useTranslation('comparison');
  const formats = useFormats();
  const code = useCodeText();
  const { group = '' }: ComparisonSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(WaveComparisonDocument, { variables: { beforeId, afterId } });
  const comparison = data?.comparison;
  if (error && !comparison) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!comparison) return <Skeleton height={480} />;

  const groups = comparedGroups(comparison.cells);
  const rows = comparisonRows(comparison, group);
  return (
    <>
      <VerdictSummary counts={countVerdicts(rows)} />
      <section className="ts-card">
        <div className={classes.head}>
          <h2>{t('chartTitle')}</h2>
          {groups.length > 1 && (
            <NativeSelect
              className="ts-no-print"
              label={t('group')}
              value={group}
              onChange={(event) => {
                const next = event.currentTarget.value || undefined;
                void navigate({
                  to: '.',
                  search: (last) => ({ ...last, group: next }),
                  replace: true,
                  resetScroll: false,
                });
              }}
              data={groups.map(({ key, name }) => ({ value: key, label: name ?? t('allRespondents') }))}
            />
          )}
        </div>
        <p className={classes.help}>{t('legend', { percent: formats.percent(comparison.confidence) })}</p>
        <p className={classes.help}>{t('detectableHelp')}</p>
        <ChangeTable comparison={comparison} rows={rows} />
      </section>
      {comparison.notes.length > 0 && (
        <Panel title={t('notesTitle')}>
          <ul className={classes.notes}>
            {comparison.notes.map((note) => (
              <li key={note}>{code('note', note)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Unmatched comparison={comparison} />
    </>
  );
}
