import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { useFieldText } from '../../ui/field-errors.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Effects.module.css';
import { type EffectInput, PlanEffectDocument } from './effects.generated.js';
import { PlanFacts } from './PlanFacts.js';

interface LivePlanProps {
  initiativeId: string;
  id: string | null;
  /** Null while too little is said. */
  input: EffectInput | null;
  unit: string;
}

/** What the promise would need to be seen, and what stands against it, while it is being typed. */
export function LivePlan({ initiativeId, id, input, unit }: LivePlanProps) {
  const { t } = useTranslation('effects');
  const say = useFieldText('effects');
  const { data, previousData, error } = useQuery(PlanEffectDocument, {
    variables: { initiativeId, id, input: input! },
    skip: input === null,
    fetchPolicy: 'network-only',
  });
  const planned = (data ?? previousData)?.planEffect;
  return (
    <section className={classes.plan} aria-label={t('plan.title')} aria-live="polite">
      <h3 className={classes.small}>{t('plan.title')}</h3>
      {input === null ? (
        <p className={classes.quiet}>{t('plan.incomplete')}</p>
      ) : error ? (
        <ErrorState error={error} />
      ) : !planned ? (
        <Skeleton height={96} />
      ) : (
        <>
          {planned.plan ? (
            <PlanFacts plan={planned.plan} effect={{ unit, grain: input.grain ?? 'WEEK' }} />
          ) : (
            <p className={classes.quiet}>{t('plan.none')}</p>
          )}
          {planned.withheld > 0 && <p className={classes.quiet}>{t('withheld', { count: planned.withheld })}</p>}
          {planned.problems.length > 0 && (
            <ul className={classes.reasons}>
              {planned.problems.map((problem, index) => (
                <li key={index}>
                  <StatusBadge tone={problem.severity === 'REFUSAL' ? 'bad' : 'warn'}>
                    {t(`severity.${problem.severity}`)}
                  </StatusBadge>{' '}
                  {say({
                    path: problem.path,
                    code: problem.code,
                    message: problem.message,
                    params: (problem.params ?? {}) as Record<string, string | number>,
                  })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
