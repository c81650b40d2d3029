import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { GroupLinks } from './GroupLinks.js';
import { ResponseTable } from './ResponseTable.js';
import { ResultsStatus } from './ResultsStatus.js';
import classes from './AssessmentRunPage.module.css';
import { useLiveResponses } from './use-live-responses.js';

export function MonitorTab({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const { live } = useLiveResponses(assessment.id, assessment.state);
  return (
    <div className={classes.page}>
      <ResultsStatus assessment={assessment} />
      <Panel
        title={t('run.monitor')}
        actions={
          live === null ? undefined : live ? (
            <StatusBadge tone="active">{t('run.monitorLive')}</StatusBadge>
          ) : (
            <StatusBadge tone="warn">{t('run.monitorPaused')}</StatusBadge>
          )
        }
      >
        <ResponseTable assessment={assessment} />
      </Panel>
      <Panel title={t('run.links')}>
        <GroupLinks assessment={assessment} />
      </Panel>
    </div>
  );
}
