import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useRefusal } from '../../ui/use-refusal.js';
import type { PartOf } from './initiative-parts.js';
import type { OfInitiative } from './InitiativePanels.js';
import classes from './Initiatives.module.css';
import { type ActionState, SetActionStateDocument } from './initiatives.generated.js';
import { PanelButton } from './PanelButton.js';

/** Ticked off by whom an action was given to, and by those who look after the initiative. */
export function ActionsPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const [setState, busy] = useAct(SetActionStateDocument);
  const [refusal, attempt] = useRefusal();
  return (
    <Panel
      title={t('actions.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'action' })}>{t('actionForm.add')}</PanelButton>}
    >
      {refusal && <ErrorState error={refusal} />}
      {initiative.actions.length === 0 ? (
        <p className={classes.quiet}>{t('actions.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.actions.map((action) => (
            <ActionLine
              key={action.id}
              action={action}
              today={initiative.today}
              rests={busy || Boolean(initiative.archivedAt)}
              onSet={(state) => void attempt(setState({ id: action.id, version: action.version, state }))}
              onEdit={open && (() => open({ panel: 'action', part: action.id }))}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface ActionLineProps {
  action: PartOf<'actions'>;
  today: string;
  rests: boolean;
  onSet: (state: ActionState) => void;
  onEdit: (() => void) | undefined;
}

function ActionLine({ action, today, rests, onSet, onEdit }: ActionLineProps) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const { text, state, dueOn, mayFinish } = action;
  const about = [action.ownerName ?? t('noOwner'), dueOn && formats.date(dueOn)].filter(Boolean).join(' · ');
  return (
    <li className={classes.line}>
      {state === 'DROPPED' ? (
        <div>
          <span className={classes.done}>{text}</span>
          <p className={classes.quiet}>{about}</p>
        </div>
      ) : (
        <Checkbox
          label={<span className={state === 'OPEN' ? undefined : classes.done}>{text}</span>}
          description={about}
          checked={state === 'DONE'}
          disabled={!mayFinish || rests}
          onChange={(event) => onSet(event.currentTarget.checked ? 'DONE' : 'OPEN')}
        />
      )}
      <span className={classes.badges}>
        {state === 'OPEN' && dueOn != null && dueOn < today && (
          <StatusBadge tone="warn">{t('actions.overdue')}</StatusBadge>
        )}
        {state === 'DROPPED' && <StatusBadge tone="quiet">{t('actions.dropped')}</StatusBadge>}
        {state === 'DROPPED' && mayFinish && !rests && (
          <PanelButton onClick={() => onSet('OPEN')} label={t('actions.takeUpOne', { text })}>
            {t('actions.takeUp')}
          </PanelButton>
        )}
        {onEdit && (
          <PanelButton onClick={onEdit} label={t('editOne', { name: text })}>
            {t('edit')}
          </PanelButton>
        )}
      </span>
    </li>
  );
}
