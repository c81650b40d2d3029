import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '../../api/app-error.js';
import { csvTable } from '../../ui/csv.js';
import { saveText } from '../../ui/save-text.js';
import {
  InitiativeListDocument,
  type InitiativeListQuery,
  type InitiativeListQueryVariables,
  type InitiativeRowFragment,
} from './initiatives.generated.js';

const PAGE = 100;

/** Every row that fits the filters, those that are not on the screen too, as a file of comma-separated values. */
export function useInitiativeExport(variables: Omit<InitiativeListQueryVariables, 'first' | 'after'>): {
  save: () => Promise<void>;
  busy: boolean;
  error: AppError | null;
} {
  const { t } = useTranslation('initiatives');
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const all = async (): Promise<InitiativeRowFragment[]> => {
    const rows: InitiativeRowFragment[] = [];
    for (let after: string | null | undefined = null, more = true; more;) {
      const { data }: { data?: InitiativeListQuery } = await client.query({
        query: InitiativeListDocument,
        variables: { ...variables, first: PAGE, after },
        fetchPolicy: 'no-cache',
      });
      if (!data) break;
      rows.push(...data.initiatives.edges.map(({ node }) => node));
      after = data.initiatives.pageInfo.endCursor;
      more = data.initiatives.pageInfo.hasNextPage;
    }
    return rows;
  };
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const head = [
        t('export.number'),
        t('field.title'),
        t('field.stage'),
        t('export.stageSince'),
        t('field.owner'),
        t('field.sponsor'),
        t('field.team'),
        t('field.startsOn'),
        t('field.dueOn'),
        t('field.launchedOn'),
        t('export.health'),
        t('late'),
        t('field.openActions'),
        t('export.overdueActions'),
      ];
      const rows = (await all()).map((row) =>
        [
          `I-${row.number}`,
          row.title,
          t(`stage.${row.stage}`),
          row.stageSince.slice(0, 10),
          row.ownerName,
          row.sponsorName,
          row.teamName,
          row.startsOn,
          row.dueOn,
          row.launchedOn,
          row.health && t(`health.${row.health}`),
          row.late ? t('yes') : t('no'),
          row.openActions,
          row.overdueActions,
        ].map((cell) => String(cell ?? '')),
      );
      saveText(`${t('export.file')}.csv`, csvTable(head, rows), 'text/csv');
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return { save, busy, error };
}
