import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { AssessmentStateBadge } from './AssessmentStateBadge.js';
import type { AssessmentRowFragment } from './assessments.generated.js';
import { ResponseBar } from './ResponseBar.js';

const column = createColumnHelper<AssessmentRowFragment>();

export function useAssessmentColumns(): Columns<AssessmentRowFragment> {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const text = useLocalizedText();
  return useMemo(
    () => [
      column.accessor('name', {
        header: t('list.name'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink to="/assessments/$assessmentId" params={{ assessmentId: original.id }} size="sm" fw={600}>
            {original.name}
          </AppLink>
        ),
      }),
      column.accessor('state', {
        header: t('list.state'),
        cell: ({ getValue }) => <AssessmentStateBadge state={getValue()} />,
      }),
      column.accessor((row) => `${text(row.modelName)} ${row.modelVersion}`, { id: 'model', header: t('list.model') }),
      column.accessor((row) => row.businessUnitName ?? t('list.wholeOrganization'), {
        id: 'scope',
        header: t('list.scope'),
      }),
      column.accessor('periodStart', {
        id: 'period',
        header: t('list.period'),
        cell: ({ row: { original } }) => formats.dateRange(original.periodStart, original.periodEnd),
      }),
      column.accessor('deadline', {
        header: t('list.deadline'),
        cell: ({ getValue, row: { original } }) =>
          original.state === 'OPEN' ? <RelativeTime at={getValue()} /> : formats.date(getValue()),
      }),
      column.accessor((row) => (row.expected ? row.submitted / row.expected : row.submitted), {
        id: 'responses',
        header: t('list.responses'),
        cell: ({ row: { original } }) => <ResponseBar submitted={original.submitted} expected={original.expected} />,
      }),
    ],
    [t, formats, text],
  );
}
