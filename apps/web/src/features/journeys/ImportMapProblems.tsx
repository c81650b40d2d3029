import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { JourneyFilePreviewQuery } from './journey-files.generated.js';

type Problem = JourneyFilePreviewQuery['journeyFilePreview']['problems'][number];

/** What stands against the file, and what will be left out of it: where, why, and what to do about it. */
export function ImportMapProblems({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation('journeys');
  const errors = problems.filter(({ isError }) => isError).length;
  const where = ({ sheet, row, column }: Problem) =>
    [sheet, row === null ? null : t('import.row', { row }), column].filter(Boolean).join(' · ') ||
    t('import.wholeFile');
  return (
    <Panel title={errors > 0 ? t('import.problems', { count: errors }) : t('import.notes')}>
      <PlainTable
        label={t('import.problemsLabel')}
        columns={[
          { key: 'kind', title: t('import.kind') },
          { key: 'where', title: t('import.where') },
          { key: 'value', title: t('import.value') },
          { key: 'message', title: t('import.reason') },
        ]}
        rows={problems.map((problem, index) => ({
          key: String(index),
          cells: [
            <StatusBadge key="kind" tone={problem.isError ? 'bad' : 'quiet'}>
              {t(problem.isError ? 'import.error' : 'import.note')}
            </StatusBadge>,
            where(problem),
            problem.value ?? '–',
            problem.message,
          ],
        }))}
      />
    </Panel>
  );
}
