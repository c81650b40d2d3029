import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { Conditions } from './Conditions.js';
import classes from './Initiatives.module.css';
import type { InitiativePageFieldsFragment } from './initiatives.generated.js';
import type { OpenPanel } from './routes.js';
import { inTheWay } from './use-condition-text.js';

export interface OfInitiative {
  initiative: InitiativePageFieldsFragment;
  /** Opens a form beside the page; left out where the reader may not change this. */
  open?: OpenPanel;
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

/** What may follow and what that still needs: to be read before anybody tries, each condition with the way to meet it. */
export function StepsPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
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
              {blocking.length > 0 && <Conditions conditions={blocking} to={step.to} open={open} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
