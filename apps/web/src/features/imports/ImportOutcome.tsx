import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import { ProblemsPanel } from '../../ui/file-import/ProblemsPanel.js';
import { type AnswerImportFieldsFragment, ImportProblemsDocument } from './imports.generated.js';
import classes from '../../ui/file-import/FileImport.module.css';

const PAGE = 50;

/** What an import came to: what was taken, what was not and why, and that running it again is safe. */
export function ImportOutcome({ run }: { run: AnswerImportFieldsFragment }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { data, fetchMore, loading } = useQuery(ImportProblemsDocument, {
    variables: { importId: run.id, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const problems = data?.importProblems;
  return (
    <>
      <section className={`ts-card ${classes.outcome}`} role="status">
        <p className={classes.said}>{t(`outcome.said.${run.state}`)}</p>
        <Facts
          strip
          facts={[
            { name: t('outcome.rows'), value: formats.number(run.rowsRead) },
            { name: t('outcome.good'), value: formats.number(run.rowsGood) },
            { name: t('outcome.bad'), value: formats.number(run.rowsBad) },
            { name: t('outcome.answers'), value: formats.number(run.answers) },
            { name: t('outcome.duplicates'), value: formats.number(run.duplicates), help: t('outcome.duplicatesHelp') },
            ...(run.finishedAt ? [{ name: t('outcome.finished'), value: formats.dateTime(run.finishedAt) }] : []),
          ]}
        />
        <p className={classes.help}>{t('again')}</p>
      </section>
      {problems && problems.totalCount > 0 && (
        <ProblemsPanel
          problems={problems.edges.map((edge) => edge.node)}
          total={problems.totalCount}
          file={`/imports/${encodeURIComponent(run.id)}/problems.csv`}
          hasMore={problems.pageInfo.hasNextPage}
          loading={loading}
          onMore={() => void fetchMore({ variables: { after: problems.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}
