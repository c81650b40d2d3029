import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { PlainTable } from '../PlainTable.js';

export interface ImportProblem {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** Row, column, what stands there, why it cannot be taken. */
export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  const { t } = useTranslation('fileImport');
  const { number } = useFormats();
  return (
    <PlainTable
      label={t('problem.title')}
      columns={[
        { key: 'row', title: t('problem.row'), titled: true },
        { key: 'column', title: t('problem.column') },
        { key: 'value', title: t('problem.value') },
        { key: 'reason', title: t('problem.reason') },
      ]}
      rows={problems.map((problem, index) => ({
        key: String(index),
        cells: [number(problem.row), problem.column ?? '', problem.value ?? '', problem.message],
      }))}
    />
  );
}
