import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { PlainTable } from '../PlainTable.js';
import classes from './FileImport.module.css';

export interface ProblemGroup {
  readonly column: string | null;
  readonly code: string;
  readonly messages: readonly string[];
  readonly count: number;
  readonly rows: readonly number[];
  readonly values: readonly string[];
}

/** Every kind of problem once, by column and reason: how often, in which rows first, and what stands there. */
export function ProblemGroups({ groups, total }: { groups: readonly ProblemGroup[]; total: number }) {
  const { t } = useTranslation('fileImport');
  const { number } = useFormats();
  const told = groups.reduce((sum, { count }) => sum + count, 0);
  // Numbered as the spreadsheet does, which sets no marks between thousands; there are more where the list is cut.
  const rowsOf = ({ rows, count }: ProblemGroup) => rows.join(', ') + (count > rows.length ? ' …' : '');
  return (
    <>
      <PlainTable
        label={t('problem.title')}
        columns={[
          { key: 'column', title: t('problem.column'), titled: true },
          { key: 'count', title: t('problem.times'), number: true },
          { key: 'rows', title: t('problem.rows') },
          { key: 'values', title: t('problem.value') },
          { key: 'reason', title: t('problem.reason') },
        ]}
        rows={groups.map((group) => ({
          key: JSON.stringify([group.column, group.code]),
          cells: [
            group.column ?? t('problem.wholeRow'),
            number(group.count),
            <span key="rows" className={classes.together}>
              {rowsOf(group)}
            </span>,
            group.values.join(' · '),
            group.messages.length === 1
              ? group.messages[0]
              : group.messages.map((message) => <div key={message}>{message}</div>),
          ],
        }))}
      />
      {total > told && <p className={classes.help}>{t('problem.otherKinds', { count: total - told })}</p>}
    </>
  );
}
