import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { Facts } from '../../ui/Facts.js';

/** How the wave was set up, in the words that respondents were given. */
export function SetupTab({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const text = useLocalizedText();
  const formats = useFormats();
  const { previousAssessmentId: beforeId } = assessment;
  return (
    <Panel title={t('run.facts')}>
      <Facts
        facts={[
          { name: t('run.purpose'), value: assessment.purpose },
          {
            name: t('run.model'),
            value: (
              <AppLink to="/models/$modelVersionId" params={{ modelVersionId: assessment.modelVersionId }}>
                {text(assessment.modelName)} {assessment.modelVersion}
              </AppLink>
            ),
          },
          { name: t('run.scope'), value: assessment.businessUnitName ?? t('list.wholeOrganization') },
          { name: t('run.period'), value: formats.dateRange(assessment.periodStart, assessment.periodEnd) },
          {
            name: t('run.deadline'),
            value: (
              <>
                {formats.dateTime(assessment.deadline)} (<RelativeTime at={assessment.deadline} />)
              </>
            ),
          },
          {
            name: t('run.anonymity'),
            value: `${t(`anonymity.${assessment.anonymity}`)}. ${t(`anonymityExplained.${assessment.anonymity}`)}`,
          },
          { name: t('run.minimum'), value: formats.number(assessment.minimumGroupSize) },
          ...(beforeId
            ? [
                {
                  name: t('run.previous'),
                  value: (
                    <>
                      <AppLink to="/assessments/$assessmentId" params={{ assessmentId: beforeId }}>
                        {t('run.openPrevious')}
                      </AppLink>
                      {assessment.resultsComputedAt && (
                        <>
                          {' · '}
                          <AppLink to="/comparison" search={{ before: beforeId, after: assessment.id }}>
                            {t('run.comparePrevious')}
                          </AppLink>
                        </>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
