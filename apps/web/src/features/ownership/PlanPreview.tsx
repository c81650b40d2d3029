import { Checkbox, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { ReorganisationPlanFragment } from './ownership.generated.js';
import classes from './ReorganiseForm.module.css';

interface PlanPreviewProps {
  /** The plan if the team handed over all it has. */
  everything: ReorganisationPlanFragment | undefined;
  /** The plan of what is chosen. */
  plan: ReorganisationPlanFragment | undefined;
  loading: boolean;
  chosen: string[] | null;
  onChosen: (touchpointIds: string[] | null) => void;
}

/** What will change, touchpoint by touchpoint, before anything does; each can be left out. */
export function PlanPreview({ everything, plan, loading, chosen, onChosen }: PlanPreviewProps) {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const offered = everything?.touchpoints ?? [];
  const takenOver = (id: string) => everything?.handedOver.filter(({ touchpointId }) => touchpointId === id) ?? [];
  const toggle = (id: string, on: boolean) => {
    const now = new Set(chosen ?? offered.map(({ touchpointId }) => touchpointId));
    if (on) now.add(id);
    else now.delete(id);
    onChosen(now.size === offered.length ? null : [...now]);
  };
  const saying = (periods: ReorganisationPlanFragment['handedOver']): string => {
    if (periods.length === 0) return t('reorganise.hadAlready');
    const sentences = periods.map((period) =>
      t('reorganise.period', {
        part: t(`responsibility.${period.responsibility}`),
        from: date(period.validFrom),
        open: period.validTo ? 'no' : 'yes',
        to: period.validTo ? date(period.validTo) : '',
      }),
    );
    return sentences.join(' · ');
  };
  return (
    <section className={classes.preview} aria-label={t('reorganise.preview')} aria-live="polite" aria-busy={loading}>
      {loading && !everything && <Skeleton height={96} />}
      {plan && (
        <p className={classes.text}>
          {t('reorganise.summary', {
            from: plan.fromTeamName,
            to: plan.toTeamName,
            day: date(plan.day),
            touchpoints: plan.touchpointCount,
            ended: plan.endedCount,
            withdrawn: plan.withdrawnCount,
          })}
        </p>
      )}
      {plan?.backdated && (
        <p className={classes.text}>
          <StatusBadge tone="warn">{t('reorganise.backdated')}</StatusBadge> {t('reorganise.backdatedText')}
        </p>
      )}
      <ul className={classes.list}>
        {offered.map(({ touchpointId, touchpointName }) => (
          <li key={touchpointId}>
            <Checkbox
              label={touchpointName}
              description={saying(takenOver(touchpointId))}
              checked={chosen === null || chosen.includes(touchpointId)}
              onChange={(event) => toggle(touchpointId, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
