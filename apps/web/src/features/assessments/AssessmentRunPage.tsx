import { useQuery } from '@apollo/client/react';
import { Skeleton, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentRunDocument } from './assessments.generated.js';
import { AssessmentStateBadge } from './AssessmentStateBadge.js';
import classes from './AssessmentRunPage.module.css';
import { RUN_TABS } from './assessment-words.js';
import { InvitationsTab } from './InvitationsTab.js';
import { MonitorTab } from './MonitorTab.js';
import { NextStep } from './NextStep.js';
import { RunActs } from './RunActs.js';
import { SetupTab } from './SetupTab.js';
import { useStateVerbs } from './use-state-verbs.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import type { RunSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId');

export default function AssessmentRunPage() {
  const { assessmentId } = route.useParams();
  const { data, error, refetch } = useQuery(AssessmentRunDocument, { variables: { id: assessmentId } });
  if (data) return <AssessmentRun assessment={data.assessment} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={520} />;
}

/** Where a wave stands, what comes next, who has answered, and how it was set up. */
function AssessmentRun({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const text = useLocalizedText();
  const formats = useFormats();
  const { tab = 'monitor' }: RunSearch = route.useSearch();
  const navigate = route.useNavigate();
  const verbs = useStateVerbs(assessment);
  return (
    <>
      <PageHeader
        above={<AppLink to="/assessments">{t('list.title')}</AppLink>}
        title={assessment.name}
        status={<AssessmentStateBadge state={assessment.state} />}
        owner={`${text(assessment.modelName)} ${assessment.modelVersion}`}
        period={formats.dateRange(assessment.periodStart, assessment.periodEnd)}
        actions={<RunActs assessment={assessment} verbs={verbs} />}
      />
      <div className={classes.page}>
        {verbs.failure && <ErrorState error={verbs.failure} />}
        <NextStep assessment={assessment} />
        <Tabs
          value={tab}
          onChange={(next) =>
            void navigate({ to: '.', search: { tab: RUN_TABS.find((each) => each === next) }, replace: true })
          }
          keepMounted={false}
        >
          <Tabs.List className="ts-no-print">
            {RUN_TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`run.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="monitor" pt="md">
            <MonitorTab assessment={assessment} />
          </Tabs.Panel>
          <Tabs.Panel value="invitations" pt="md">
            <InvitationsTab assessment={assessment} />
          </Tabs.Panel>
          <Tabs.Panel value="setup" pt="md">
            <SetupTab assessment={assessment} />
          </Tabs.Panel>
        </Tabs>
      </div>
      {verbs.dialog}
    </>
  );
}
