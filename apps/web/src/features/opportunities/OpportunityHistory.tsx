import { useTranslation } from 'react-i18next';
import { ObjectHistory } from '../audit/index.js';
import classes from './Opportunities.module.css';

/** Columns as the audit trail names them, by the words of the form. */
const FIELD_OF = {
  title: 'title',
  description: 'description',
  reach: 'reach',
  impact: 'impact',
  confidence: 'confidence',
  effort: 'effort',
  ease: 'ease',
  user_value: 'userValue',
  time_criticality: 'timeCriticality',
  risk_reduction: 'riskReduction',
} as const;

export function OpportunityHistory({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation('opportunities');
  const fieldName = (field: string) => {
    const word = FIELD_OF[field as keyof typeof FIELD_OF];
    return word && t(`field.${word}`);
  };
  return (
    <section aria-label={t('history.title')}>
      <h4 className={classes.name}>{t('history.title')}</h4>
      <ObjectHistory of="OPPORTUNITY" id={id} version={version} fieldName={fieldName} />
    </section>
  );
}
