import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { type ListExport, useListExport } from '../../ui/use-list-export.js';
import {
  PainPointListDocument,
  type PainPointListQueryVariables,
  type PainPointRowFragment,
} from './pain-points.generated.js';

const PAGE = 100;

/** The pain points that fit the filters, in the order of the list. */
export function usePainPointExport(variables: Omit<PainPointListQueryVariables, 'first' | 'after'>): ListExport {
  const { t } = useTranslation('painPoints');
  const client = useApolloClient();
  return useListExport<PainPointRowFragment>(
    async (after) => {
      const { data } = await client.query({
        query: PainPointListDocument,
        variables: { ...variables, first: PAGE, after },
        fetchPolicy: 'no-cache',
      });
      return data?.painPoints;
    },
    {
      file: t('export.file'),
      head: [
        t('export.number'),
        t('field.title'),
        t('field.state'),
        t('field.kind'),
        t('field.severity'),
        t('field.frequencyCount'),
        t('field.frequencyBase'),
        t('field.feedback'),
        t('field.touchpoints'),
        t('export.teams'),
        t('field.initiatives'),
      ],
      cells: (row) => [
        `P-${row.number}`,
        row.title,
        t(`state.${row.state}`),
        t(`kind.${row.kind}`),
        row.severity,
        row.frequencyCount,
        row.frequencyBase,
        row.feedbackCount,
        row.touchpoints.map(({ name }) => name).join('; '),
        [...new Set(row.touchpoints.map(({ teamName }) => teamName).filter(Boolean))].join('; '),
        row.initiativeCount,
      ],
    },
  );
}
