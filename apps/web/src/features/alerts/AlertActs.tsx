import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { AlertActForm } from './AlertActForm.js';
import { AcknowledgeAlertDocument, type AlertFieldsFragment } from './alerts.generated.js';
import classes from './Alerts.module.css';
import type { AskedAct } from './routes.js';
import { useRefusal } from '../../ui/use-refusal.js';

interface AlertActsProps {
  alert: AlertFieldsFragment;
  /** The act whose form is open. */
  asked: AskedAct | undefined;
  onAsk: (act: AskedAct | undefined) => void;
  /** Somebody else acted meanwhile: read anew. */
  onStale: () => void;
}

/** What can be done with an alert by whoever may; nothing is offered that its state would refuse. */
export function AlertActs({ alert, asked, onAsk, onStale }: AlertActsProps) {
  const { t } = useTranslation('alerts');
  const [acknowledge, acknowledging] = useAct(AcknowledgeAlertDocument, { refetch: ['AlertBadge'] });
  const [refusal, attempt] = useRefusal();
  if (!alert.mayUpdate)
    return (
      <p className={classes.whose}>
        {alert.teamName ? t('page.notYours', { team: alert.teamName }) : t('page.forTheOffice')}
      </p>
    );
  const closed = alert.state === 'CLOSED';
  const offered: AskedAct[] = closed
    ? ['reopen', 'note']
    : ['handOn', 'snooze', 'assign', ...(alert.escalationLevel < 2 ? (['escalate'] as const) : []), 'note'];
  const form = asked && (offered.includes(asked) || (asked === 'close' && !closed)) ? asked : undefined;
  const see = async () => {
    const { id, version, metricName } = alert;
    if (await attempt(acknowledge({ id, version }))) notifyDone(t('act.acknowledged', { metric: metricName }));
    else onStale();
  };
  return (
    <>
      {(alert.state === 'OPEN' || alert.state === 'SNOOZED') && (
        <Button onClick={() => void see()} loading={acknowledging}>
          {t('act.acknowledge')}
        </Button>
      )}
      {!closed && (
        <Button variant="default" onClick={() => onAsk('close')}>
          {t('act.close')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('act.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((act) => (
            <Menu.Item key={act} onClick={() => onAsk(act)}>
              {t(`act.${act}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {refusal && <ErrorState error={refusal} />}
      <SidePanel opened={form !== undefined} onClose={() => onAsk(undefined)} title={form && t(`act.${form}`)}>
        {form && <AlertActForm key={form} act={form} alert={alert} onDone={() => onAsk(undefined)} onStale={onStale} />}
      </SidePanel>
    </>
  );
}
