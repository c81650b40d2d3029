import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import classes from './NextStep.module.css';
import { nextVerb, verbAnswer } from './run-verbs.js';
import { useReasonText } from './use-reason-text.js';

/** What the state means, and every reason that stands against the next step, so that all can be put right in one pass. */
export function NextStep({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const reasonText = useReasonText();
  const mayRun = useCan()('run', 'Assessment');
  const next = mayRun ? nextVerb(assessment.state) : null;
  const answer = next && verbAnswer(assessment, next);
  return (
    <div className={classes.step} id="next-step">
      <p className={classes.state}>
        {t(`stateExplained.${assessment.state}`)}
        {assessment.state === 'OPEN' && ` ${t('run.openUntil', { deadline: formats.dateTime(assessment.deadline) })}`}
      </p>
      {next && answer && !answer.allowed && answer.reasons.length > 0 && (
        <>
          <p className={classes.before}>{t('run.before', { verb: t(`verb.${next}`) })}</p>
          <ul className={classes.reasons}>
            {answer.reasons.map((reason) => (
              <li key={reason}>{reasonText(reason)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
