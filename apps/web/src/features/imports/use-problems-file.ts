import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvTable } from '../../ui/csv.js';
import { saveText } from '../../ui/save-text.js';
import {
  type AnswerImportFieldsFragment,
  ImportProblemsDocument,
  type ImportProblemsQuery,
} from './imports.generated.js';
import type { ImportProblem } from './ProblemTable.js';
import { useProblemText } from './use-problem-text.js';

/** Every problem of an import as one CSV, fetched page by page: the office corrects its file beside it. */
export function useProblemsFile(run: AnswerImportFieldsFragment): [download: () => Promise<void>, busy: boolean] {
  const { t } = useTranslation('imports');
  const client = useApolloClient();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    const problems: ImportProblem[] = [];
    const pageAfter = async (after: string | null): Promise<ImportProblemsQuery['importProblems'] | undefined> => {
      const { data } = await client.query({
        query: ImportProblemsDocument,
        variables: { importId: run.id, first: 100, after },
        fetchPolicy: 'no-cache',
      });
      return data?.importProblems;
    };
    try {
      for (let page = await pageAfter(null); page;) {
        problems.push(...page.edges.map((edge) => edge.node));
        page = page.pageInfo.hasNextPage ? await pageAfter(page.pageInfo.endCursor) : undefined;
      }
      const header = [t('problem.row'), t('problem.column'), t('problem.value'), t('problem.reason')];
      const rows = problems.map((problem) => [
        String(problem.row),
        problem.column ?? '',
        problem.value ?? '',
        problemText(problem),
      ]);
      saveText(`${run.fileName}-problems.csv`, csvTable(header, rows), 'text/csv');
    } finally {
      setBusy(false);
    }
  };
  return [download, busy];
}
