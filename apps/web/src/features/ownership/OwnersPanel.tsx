import { Button, Group, TextInput } from '@mantine/core';
import { covers } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { AssignDialog } from './AssignDialog.js';
import { EndDialog } from './EndDialog.js';
import { timelineOf } from './owner-timeline.js';
import { OwnerTimeline } from './OwnerTimeline.js';
import type { OwnersOfTouchpointFragment } from './ownership.generated.js';
import { RESPONSIBILITIES } from './ownership-words.js';
import classes from './OwnersPanel.module.css';
import { PeriodTable } from './PeriodTable.js';

/** Which dialog is open; it stands in the address. */
export interface OwnersDialog {
  assign?: true;
  end?: string;
}

interface OwnersPanelProps {
  touchpoint: OwnersOfTouchpointFragment;
  /** The day whose owners are shown. */
  on: string;
  onDay: (day: string) => void;
  assigning: boolean;
  /** The period whose end is being moved. */
  ending: string | undefined;
  onDialog: (dialog: OwnersDialog) => void;
}

/** Who answers for a touchpoint: on a day, and over time. */
export function OwnersPanel({ touchpoint, on, onDay, assigning, ending, onDialog }: OwnersPanelProps) {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const can = useCan();
  const owners = touchpoint.ownership.filter((period) => covers(period, on));
  const accountable = owners.find(({ responsibility }) => responsibility === 'ACCOUNTABLE');
  const timeline = timelineOf(touchpoint.ownership, touchpoint.today);
  const changeable = !touchpoint.archivedAt;
  return (
    <Panel
      title={t('owners.title')}
      actions={
        <Group gap="xs">
          {changeable && can('update', 'Ownership') && accountable && (
            <LinkButton
              to="/accountability"
              search={{ reorganise: true, from: accountable.teamId, touchpoint: touchpoint.id }}
              variant="default"
              size="xs"
            >
              {t('owners.handOver')}
            </LinkButton>
          )}
          {changeable && can('create', 'Ownership') && (
            <Button size="xs" onClick={() => onDialog({ assign: true })}>
              {t('owners.assign')}
            </Button>
          )}
        </Group>
      }
    >
      <div className={classes.day}>
        <TextInput
          type="date"
          size="xs"
          label={t('owners.on')}
          value={on}
          onChange={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
        />
        {on !== touchpoint.today && (
          <Button size="xs" variant="subtle" onClick={() => onDay(touchpoint.today)}>
            {t('owners.backToToday')}
          </Button>
        )}
      </div>
      <dl className={classes.owners} aria-label={t('owners.ofDay', { day: date(on) })}>
        {RESPONSIBILITIES.map((responsibility) => {
          const teams = owners.filter((owner) => owner.responsibility === responsibility);
          return (
            <div key={responsibility}>
              <dt>{t(`responsibility.${responsibility}`)}</dt>
              <dd>
                {teams.map((owner) => (
                  <span key={owner.id} className={classes.team}>
                    {owner.teamName}{' '}
                    {owner.teamArchived && <StatusBadge tone="warn">{t('owners.archivedTeam')}</StatusBadge>}
                  </span>
                ))}
                {teams.length === 0 &&
                  (responsibility === 'ACCOUNTABLE' ? <StatusBadge tone="bad">{t('owners.nobody')}</StatusBadge> : '–')}
              </dd>
            </div>
          );
        })}
      </dl>
      {timeline ? (
        <>
          <OwnerTimeline timeline={timeline} today={touchpoint.today} on={on} />
          <PeriodTable touchpoint={touchpoint} onEnd={(id) => onDialog({ end: id })} />
        </>
      ) : (
        <p className={classes.none}>{t('owners.none')}</p>
      )}
      {/* An address is opened by whoever was sent it; a form that would be refused is not shown. */}
      <AssignDialog
        touchpoint={touchpoint}
        opened={assigning && changeable && can('create', 'Ownership')}
        onClose={() => onDialog({ assign: undefined })}
      />
      <EndDialog touchpoint={touchpoint} periodId={ending} onClose={() => onDialog({ end: undefined })} />
    </Panel>
  );
}
