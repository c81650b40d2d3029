import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { ProblemsPanel } from '../../ui/file-import/ProblemsPanel.js';
import { type FeedbackImportFieldsFragment, FeedbackImportProblemsDocument } from './feedback-imports.generated.js';

const PAGE = 50;
const TRIAGED = ['LINKED', 'MERGED', 'DISMISSED'] as const;

/** What an import came to: what was added, what was there already, what was not taken and why. */
export function FeedbackImportOutcome({ run }: { run: FeedbackImportFieldsFragment }) {
  const { t } = useTranslation('feedbackImports');
  const formats = useFormats();
  const { data, fetchMore, loading } = useQuery(FeedbackImportProblemsDocument, {
    variables: { importId: run.id, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const problems = data?.feedbackImportProblems;
  const nothingNew = run.state === 'COMPLETED' && run.added === 0 && run.repeated > 0;
  const stays = run.state === 'UNDONE' ? run.kept : run.added;
  const counted = (
    key: 'rowsRead' | 'rowsBad' | 'added' | 'repeated' | 'duplicates' | 'withoutText' | 'notLow' | 'triaged',
  ) => ({
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
            { ...counted('repeated'), help: t('outcome.repeatedHelp') },
            { ...counted('duplicates'), help: t('outcome.duplicatesHelp') },
            { ...counted('withoutText'), help: t('outcome.withoutTextHelp') },
            ...(run.notLow > 0 ? [{ ...counted('notLow'), help: t('outcome.notLowHelp') }] : []),
            counted('rowsRead'),
            counted('rowsBad'),
            counted('triaged'),
            ...(run.undoneAt
              ? [
                  { name: t('outcome.undoneAt'), value: formats.dateTime(run.undoneAt) },
                  { name: t('outcome.kept'), value: formats.number(run.kept) },
                ]
              : []),
          ]}
        />
        <p className={classes.help}>{t('again')}</p>
        {stays > 0 && (
          <Group gap="lg">
            {run.state !== 'UNDONE' && (
              <AppLink to="/inbox" search={{ import: run.id }} size="sm">
                {t('outcome.inInbox')}
              </AppLink>
            )}
            {run.triaged > 0 &&
              TRIAGED.map((state) => (
                <AppLink key={state} to="/inbox" search={{ import: run.id, state }} size="sm">
                  {t(`outcome.triaged.${state}`)}
                </AppLink>
              ))}
          </Group>
        )}
      </section>
      {problems && problems.totalCount > 0 && (
        <ProblemsPanel
          problems={problems.edges.map((edge) => edge.node)}
          total={problems.totalCount}
          file={`/feedback-imports/${encodeURIComponent(run.id)}/problems.csv`}
          hasMore={problems.pageInfo.hasNextPage}
          loading={loading}
          onMore={() => void fetchMore({ variables: { after: problems.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}
