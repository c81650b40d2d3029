import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal } from './cascade.js';
import { useFormats } from '../../i18n/format.js';
import { TraceLink } from '../trace/index.js';
import classes from './Goals.module.css';
import { JointBadge } from './JointBadge.js';
import { ObjectiveItem } from './ObjectiveItem.js';

interface GoalCardProps {
  goal: Goal;
  onEdit: ((part: string, goal?: string) => void) | undefined;
}

/** A goal and the objectives that lead to it. */
export function GoalCard({ goal, onEdit }: GoalCardProps) {
  const { t } = useTranslation('goals');
  const { date } = useFormats();
  const heading = `goal-${goal.id}`;
  return (
    <section className="ts-card" aria-labelledby={heading}>
      <div className={classes.head}>
        <div>
          <h2 id={heading} className={classes.name}>
            {goal.name}
          </h2>
          <div className={classes.badges}>
            <JointBadge status={goal.status} />
            {goal.dueOn && <span className={classes.quiet}>{t('goal.by', { date: date(goal.dueOn) })}</span>}
          </div>
          {goal.statement && <p className={classes.quiet}>{goal.statement}</p>}
        </div>
        <TraceLink kind="GOAL" id={goal.id} name={goal.name} small />
        {onEdit && (
          <div className={`${classes.badges} ts-no-print`}>
            <Button
              size="xs"
              variant="default"
              onClick={() => onEdit('objective', goal.id)}
              aria-label={t('objective.createFor', { goal: goal.name })}
            >
              {t('objective.add')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => onEdit(`goal:${goal.id}`)}
              aria-label={t('editOne', { name: goal.name })}
            >
              {t('edit')}
            </Button>
          </div>
        )}
      </div>
      {goal.objectives.length === 0 ? (
        <p className={classes.quiet}>{t('goal.empty')}</p>
      ) : (
        <ul className={classes.objectives}>
          {goal.objectives.map((objective) => (
            <ObjectiveItem key={objective.id} objective={objective} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </section>
  );
}
