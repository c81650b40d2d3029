import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { PlainTable } from '../../ui/PlainTable.js';
import type { AssessmentFieldsFragment, RaterGroupFieldsFragment } from './assessments.generated.js';
import { ResponseBar } from './ResponseBar.js';
import classes from './ResponseTable.module.css';

/** Who has answered, by rater group, and whether a group is large enough to show numbers. */
export function ResponseTable({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const groups = assessment.raterGroups;
  const sum = (of: (group: RaterGroupFieldsFragment) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  return (
    <PlainTable
      label={t('run.monitor')}
      columns={[
        { key: 'group', title: t('run.group') },
        { key: 'rate', title: t('run.submitted') },
        { key: 'last', title: t('run.last') },
        { key: 'opened', title: t('run.opened'), number: true },
        { key: 'invited', title: t('run.invited'), number: true },
        { key: 'enough', title: t('run.enough') },
      ]}
      rows={[
        ...groups.map((group) => ({
          key: group.id,
          cells: [
            <span key="name">
              {group.name}
              {group.name !== t(`groupKind.${group.kind}`) && (
                <span className={classes.kind}>{t(`groupKind.${group.kind}`)}</span>
              )}
            </span>,
            <ResponseBar
              key="rate"
              submitted={group.submitted}
              expected={group.expectedSize}
              minimum={assessment.minimumGroupSize}
            />,
            group.lastSubmittedOn ? formats.date(group.lastSubmittedOn) : '–',
            formats.number(group.opened),
            formats.number(group.invited),
            <Enough key="enough" submitted={group.submitted} assessment={assessment} />,
          ],
        })),
        {
          key: 'total',
          strong: true,
          cells: [
            t('run.total'),
            <ResponseBar
              key="rate"
              submitted={sum((group) => group.submitted)}
              expected={sum((group) => group.expectedSize)}
            />,
            '',
            formats.number(sum((group) => group.opened)),
            formats.number(sum((group) => group.invited)),
            <Enough key="enough" submitted={sum((group) => group.submitted)} assessment={assessment} />,
          ],
        },
      ]}
    />
  );
}

function Enough({ submitted, assessment }: { submitted: number; assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const missing = assessment.minimumGroupSize - submitted;
  const open = assessment.state === 'DRAFT' || assessment.state === 'OPEN';
  const words = missing <= 0 ? t('rate.enough') : open ? t('rate.belowMinimum', { missing }) : t('rate.tooFew');
  return <span className={classes.enough}>{words}</span>;
}
