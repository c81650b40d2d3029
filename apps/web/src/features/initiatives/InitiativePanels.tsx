import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Initiatives.module.css';
import { type InitiativePageFieldsFragment, SetActionStateDocument } from './initiatives.generated.js';
import { inTheWay, useConditionText } from './use-condition-text.js';

export interface OfInitiative {
  initiative: InitiativePageFieldsFragment;
}

export function HypothesisPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const { hypothesisChange: change, hypothesisEffect: effect, hypothesisReason: reason } = initiative;
  return (
    <Panel title={t('hypothesis.title')}>
      <p className={classes.hypothesis}>
        {change || effect || reason
          ? t('hypothesis.sentence', { change: change || '…', effect: effect || '…', reason: reason || '…' })
          : t('hypothesis.none')}
      </p>
    </Panel>
  );
}

/** What may follow and what that still needs: to be read before anybody tries. */
export function StepsPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const say = useConditionText();
  if (initiative.steps.length === 0) return null;
  return (
    <Panel title={t('steps.title')}>
      <ul className={classes.plain}>
        {initiative.steps.map((step) => {
          const blocking = inTheWay(step);
          return (
            <li key={step.to}>
              <div className={classes.badges}>
                <strong>{t(`stage.${step.to}`)}</strong>
                <StatusBadge tone={blocking.length === 0 ? 'good' : 'warn'}>
                  {blocking.length === 0 ? t('steps.free') : t('board.missing', { count: blocking.length })}
                </StatusBadge>
              </div>
              {blocking.length > 0 && (
                <ul className={classes.conditions}>
                  {blocking.map((condition, index) => (
                    <li key={index}>{say(condition)}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Ticked off by whom an action was given to, and by those who look after the initiative. */
export function ActionsPanel({ initiative, onAdd }: OfInitiative & { onAdd: (() => void) | undefined }) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const [setState, busy] = useAct(SetActionStateDocument);
  const [error, setError] = useState<AppError | null>(null);
  const tick = async (id: string, version: number, done: boolean) =>
    setError((await setState({ id, version, state: done ? 'DONE' : 'OPEN' })).error ?? null);
  return (
    <Panel
      title={t('actions.title')}
      actions={
        onAdd && (
          <Button size="xs" variant="default" onClick={onAdd}>
            {t('actionForm.add')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} />}
      {initiative.actions.length === 0 ? (
        <p className={classes.quiet}>{t('actions.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.actions.map((action) => {
            const about = [action.ownerName ?? t('noOwner'), action.dueOn && formats.date(action.dueOn)];
            const overdue = action.state === 'OPEN' && action.dueOn != null && action.dueOn < initiative.today;
            return (
              <li key={action.id} className={classes.line}>
                <Checkbox
                  label={<span className={action.state === 'OPEN' ? undefined : classes.done}>{action.text}</span>}
                  description={about.filter(Boolean).join(' · ')}
                  checked={action.state === 'DONE'}
                  disabled={!action.mayFinish || busy || Boolean(initiative.archivedAt)}
                  onChange={(event) => void tick(action.id, action.version, event.currentTarget.checked)}
                />
                {overdue && <StatusBadge tone="warn">{t('actions.overdue')}</StatusBadge>}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
