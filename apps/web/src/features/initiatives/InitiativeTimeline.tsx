import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Chart } from '../../ui/Chart.js';
import type { Stage } from './initiative-words.js';
import type { InitiativeRowFragment } from './initiatives.generated.js';
import { timelineOption } from './timeline-option.js';
import { stageSpans } from './timeline-spans.js';

/** Stages and milestones over time, with the same days as a table behind it. */
export function InitiativeTimeline({ rows }: { rows: readonly InitiativeRowFragment[] }) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const option = useMemo(
    () =>
      timelineOption(rows, {
        stage: (stage: Stage) => t(`stage.${stage}`),
        planned: t('timeline.planned'),
        today: t('timeline.today'),
        milestone: (name, day, reached) => t(reached ? 'timeline.reached' : 'timeline.due', { name, day }),
        day: formats.date,
      }),
    [rows, t, formats],
  );
  return (
    <Chart
      title={t('timeline.title')}
      note={t('timeline.note')}
      option={option}
      height={64 + rows.length * 34}
      table={{
        columns: [t('field.title'), t('timeline.stages'), t('field.dueOn'), t('milestones.title')],
        rows: rows.map((row) => ({
          key: row.id,
          cells: [
            `I-${row.number} ${row.title}`,
            stageSpans(row)
              .map(({ stage, from, until }) => `${t(`stage.${stage}`)}: ${formats.dateRange(from, until)}`)
              .join('; ') || t(`stage.${row.stage}`),
            row.dueOn ? formats.date(row.dueOn) : '–',
            row.milestones
              .map(({ name, dueOn, reachedOn }) =>
                t(reachedOn ? 'timeline.reached' : 'timeline.due', { name, day: formats.date(reachedOn ?? dueOn) }),
              )
              .join('; ') || '–',
          ],
        })),
      }}
    />
  );
}
