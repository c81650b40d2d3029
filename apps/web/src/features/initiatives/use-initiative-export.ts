import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type ListExport, useListExport } from '../../ui/use-list-export.js';
import {
  InitiativeListDocument,
  type InitiativeListQueryVariables,
  type InitiativeRowFragment,
} from './initiatives.generated.js';

const PAGE = 100;

/** The initiatives that fit the filters. */
export function useInitiativeExport(variables: Omit<InitiativeListQueryVariables, 'first' | 'after'>): ListExport {
  const { t } = useTranslation('initiatives');
  const client = useApolloClient();
  return useListExport<InitiativeRowFragment>(
    async (after) => {
      const { data } = await client.query({
        query: InitiativeListDocument,
        variables: { ...variables, first: PAGE, after },
        fetchPolicy: 'no-cache',
      });
      return data?.initiatives;
    },
    {
      file: t('export.file'),
      head: [
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
      ],
      cells: (row) => [
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
      ],
    },
  );
}
