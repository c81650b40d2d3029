import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { healthTone } from './initiative-words.js';
import type { OfInitiative } from './InitiativePanels.js';
import classes from './Initiatives.module.css';
import type { InitiativePageFieldsFragment } from './initiatives.generated.js';
import { PanelButton } from './PanelButton.js';

export function ReportsPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return (
    <Panel
      title={t('reports.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'report' })}>{t('reportForm.act')}</PanelButton>}
    >
      {initiative.statusUpdates.length === 0 ? (
        <p className={classes.quiet}>{t('reports.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.statusUpdates.map(({ id, health, text, createdByName, createdAt }) => (
            <li key={id}>
              <StatusBadge tone={healthTone[health]}>{t(`health.${health}`)}</StatusBadge>
              <p className={classes.hypothesis}>{text}</p>
              <p className={classes.quiet}>
                {[createdByName, formats.dateTime(createdAt)].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface Happening {
  id: string;
  at: string;
  who: string | null | undefined;
  what: string;
  reason?: string;
}

/** Stages with their reasons and every other change, the latest first: nothing that was said is silently another thing. */
export function HistoryPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const changeText = useChangeText();
  const happenings: Happening[] = [
    ...initiative.history.map(({ id, from, to, reason, changedByName, changedAt }) => ({
      id,
      at: changedAt,
      who: changedByName,
      what: from
        ? t('history.stage', { from: t(`stage.${from}`), to: t(`stage.${to}`) })
        : t('history.begun', { to: t(`stage.${to}`) }),
      reason,
    })),
    ...initiative.events.map((event) => ({
      id: event.id,
      at: event.at,
      who: event.actorName,
      what: changeText(event),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel title={t('history.title')}>
      <ul className={classes.plain}>
        {happenings.map(({ id, at, who, what, reason }) => (
          <li key={id}>
            <div>{what}</div>
            {reason && (
              <p className={classes.hypothesis}>
                {saidBySystem(reason) ? t(`history.system.${saidBySystem(reason)!}`) : reason}
              </p>
            )}
            <p className={classes.quiet}>{[who, formats.dateTime(at)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the verdict itself wrote down as the reason of a stage; what people wrote stays as they wrote it. */
const SYSTEM_REASONS = { 'The proven gain has faded.': 'faded' } as const;
const saidBySystem = (reason: string): 'faded' | undefined => SYSTEM_REASONS[reason as keyof typeof SYSTEM_REASONS];

/** Columns as the audit trail names them, by the words of the form. */
const FIELD_OF = {
  title: 'title',
  hypothesis_change: 'hypothesis',
  hypothesis_effect: 'hypothesis',
  hypothesis_reason: 'hypothesis',
  team_id: 'team',
  owner_id: 'owner',
  sponsor_id: 'sponsor',
  starts_on: 'startsOn',
  due_on: 'dueOn',
  currency: 'currency',
  cost_planned_minor: 'costPlanned',
  cost_actual_minor: 'costActual',
  value: 'value',
  effort: 'effort',
  update_every_days: 'updateEveryDays',
  painPointIds: 'links',
  touchpointIds: 'links',
  gaps: 'links',
} as const;
const ACTS = ['updated', 'archived', 'restored', 'reported', 'need_added', 'need_removed'] as const;

function useChangeText(): (event: InitiativePageFieldsFragment['events'][number]) => string {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return ({ act, fields }) => {
    const known = ACTS.find((each) => act === `initiative.${each}`);
    if (known !== 'updated') return t(`history.act.${known ?? 'updated'}`);
    const names = new Set(
      fields.map((field) => FIELD_OF[field as keyof typeof FIELD_OF]).filter((name) => name !== undefined),
    );
    const words = [...names].map((name) => {
      if (name === 'hypothesis') return t('hypothesis.title');
      return name === 'links' ? t('links.title') : t(`field.${name}`);
    });
    return words.length === 0 ? t('history.act.updated') : t('history.changed', { fields: formats.list(words) });
  };
}
