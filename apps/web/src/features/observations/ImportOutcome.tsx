import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { ProblemsPanel } from '../../ui/file-import/ProblemsPanel.js';
import { Panel } from '../../ui/Panel.js';
import { type ObservationImportFieldsFragment, ObservationProblemsDocument } from './observations.generated.js';
import own from './Observations.module.css';

const PAGE = 50;

/** What an import came to: what was added, what was there already, what was not taken and why. */
export function ImportOutcome({ run }: { run: ObservationImportFieldsFragment }) {
  const { t } = useTranslation('observations');
  const formats = useFormats();
  const { data, fetchMore, loading } = useQuery(ObservationProblemsDocument, {
    variables: { importId: run.id, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const problems = data?.observationImportProblems;
  const nothingNew = run.state === 'COMPLETED' && run.added + run.corrected === 0 && run.repeated > 0;
  const counted = (key: 'rowsRead' | 'rowsBad' | 'added' | 'corrected' | 'repeated' | 'skipped') => ({
    name: t(`count.${key}`),
    value: formats.number(run[key]),
  });
  return (
    <>
      <section className={`ts-card ${classes.outcome}`} role="status">
        <p className={classes.said}>{t(nothingNew ? 'outcome.nothingNew' : `outcome.said.${run.state}`)}</p>
        <Facts
          strip
          facts={[
            counted('added'),
            { ...counted('corrected'), help: t('outcome.correctedHelp') },
            { ...counted('repeated'), help: t('outcome.repeatedHelp') },
            { ...counted('skipped'), help: t('outcome.skippedHelp') },
            counted('rowsRead'),
            counted('rowsBad'),
            ...(run.firstAt && run.lastAt
              ? [
                  {
                    name: t('outcome.period'),
                    value:
                      formats.date(run.firstAt) === formats.date(run.lastAt)
                        ? formats.date(run.firstAt)
                        : t('outcome.fromTo', { from: formats.date(run.firstAt), to: formats.date(run.lastAt) }),
                  },
                ]
              : []),
            ...(run.undoneAt ? [{ name: t('outcome.undoneAt'), value: formats.dateTime(run.undoneAt) }] : []),
          ]}
        />
        <p className={classes.help}>{t('again')}</p>
      </section>
      {run.metrics.length > 0 && run.state !== 'REFUSED' && (
        <Panel title={t('outcome.metrics', { count: run.metrics.length })}>
          <ul className={own.metrics}>
            {run.metrics.map(({ id, name }) => (
              <li key={id}>
                <AppLink to="/metrics/$metricId" params={{ metricId: id }} size="sm">
                  {name}
                </AppLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {problems && problems.totalCount > 0 && (
        <ProblemsPanel
          problems={problems.edges.map((edge) => edge.node)}
          total={problems.totalCount}
          file={`/observation-imports/${encodeURIComponent(run.id)}/problems.csv`}
          hasMore={problems.pageInfo.hasNextPage}
          loading={loading}
          onMore={() => void fetchMore({ variables: { after: problems.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}
