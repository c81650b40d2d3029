import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import type { OfPainPoint, PainPoint, Severity } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import type { OpenPanel } from './routes.js';

/** How much it weighs: each number with what it rests on, how sure it is and how old. */
export function EvidencePanel({ painPoint, open }: OfPainPoint & { open?: OpenPanel }) {
  const { t } = useTranslation('painPoints');
  const formats = useFormats();
  const { severity, frequencyCount: count, frequencyBase: base, frequencyLower, frequencyUpper } = painPoint;
  const { feedbackCount, feedbackFrom, feedbackTo } = painPoint;
  return (
    <Panel
      title={t('weight.title')}
      actions={
        open && (
          <Button size="xs" variant="default" onClick={() => open('edit')}>
            {t('weight.change')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          {
            name: t('field.severity'),
            value: (
              <>
                <strong>
                  {severity
                    ? t('severityOf', { value: severity, words: t(`severity.${severity as Severity}`) })
                    : t('unsaid')}
                </strong>
                <Basis
                  text={painPoint.severityEvidence}
                  at={severity == null ? undefined : saidAt(painPoint, ['severity', 'severityEvidence'])}
                />
              </>
            ),
          },
          {
            name: t('field.frequency'),
            value: (
              <>
                <strong>
                  {count == null || base == null
                    ? t('unsaid')
                    : t('shareOf', {
                        share: formats.percent(count / base, Math.max(1)),
                        count: formats.number(count),
                        base: formats.number(base),
                      })}
                </strong>
                {frequencyLower != null && frequencyUpper != null && (
                  <div className={classes.quiet}>
                    {t('weight.interval', {
                      lower: formats.percent(frequencyLower, 1),
                      upper: formats.percent(frequencyUpper, 1),
                    })}
                  </div>
                )}
                <Basis
                  text={painPoint.frequencyEvidence}
                  at={
                    count == null
                      ? undefined
                      : saidAt(painPoint, ['frequencyCount', 'frequencyBase', 'frequencyEvidence'])
                  }
                />
              </>
            ),
          },
          {
            name: t('field.feedback'),
            value: (
              <>
                <strong>{t('weight.feedback', { count: feedbackCount })}</strong>
                {feedbackFrom && feedbackTo && (
                  <div className={classes.quiet}>{formats.dateRange(feedbackFrom, feedbackTo)}</div>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Basis({ text, at }: { text: string; at: string | undefined }) {
  const { t } = useTranslation('painPoints');
  return (
    <>
      {text && <p className={classes.said}>{text}</p>}
      {at && (
        <div className={classes.quiet}>
          {t('weight.said')} <RelativeTime at={at} />
        </div>
      )}
    </>
  );
}

/** When it was said as it stands now: the latest change of one of its fields. */
const saidAt = ({ history }: PainPoint, names: readonly string[]): string | undefined =>
  history.find(({ fields }) => fields.some((field) => names.includes(field)))?.at;
