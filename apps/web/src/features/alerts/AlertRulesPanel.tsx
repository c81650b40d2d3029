import { useQuery } from '@apollo/client/react';
import { NumberInput, Radio, Skeleton, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { ALERT_MAILS } from './alert-words.js';
import classes from './Alerts.module.css';
import {
  type AlertMail,
  AlertRulesDocument,
  type AlertRulesQuery,
  SetAlertPreferenceDocument,
  UpdateAlertSettingsDocument,
} from './alerts.generated.js';

/** After how many hours an alert goes up, and what the reader wants to be written to about. */
export function AlertRulesPanel() {
  const { t } = useTranslation('alerts');
  const { data, error, refetch } = useQuery(AlertRulesDocument);
  const [prefer] = useAct(SetAlertPreferenceDocument, { refetch: ['AlertRules'] });
  const [refusal, attempt] = useRefusal();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  const choose = async (mail: string) => {
    if (await attempt(prefer({ mail: mail as AlertMail }))) notifyDone(t('rules.saved'));
  };
  return (
    <Stack>
      <Radio.Group
        label={t('rules.mail')}
        description={t('rules.mailHelp')}
        value={data.alertPreference.mail}
        onChange={(mail) => void choose(mail)}
      >
        <Stack gap="xs" my="xs">
          {ALERT_MAILS.map((mail) => (
            <Radio key={mail} value={mail} label={t(`mail.${mail}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {refusal && <ErrorState error={refusal} />}
      <h3 className={classes.subtitle}>{t('rules.escalation')}</h3>
      <Escalation settings={data.alertSettings} />
      <p className={classes.text}>{t('rules.how')}</p>
    </Stack>
  );
}

function Escalation({ settings }: { settings: AlertRulesQuery['alertSettings'] }) {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const [update, updating] = useAct(UpdateAlertSettingsDocument, { refetch: ['AlertRules'] });
  const { officeAfterHours, executiveAfterHours } = settings;
  const form = useForm({ initialValues: { officeAfterHours, executiveAfterHours } });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: settings.version,
    save: (values, version = settings.version) =>
      update({
        version,
        officeAfterHours: Math.round(Number(values.officeAfterHours)),
        executiveAfterHours: Math.round(Number(values.executiveAfterHours)),
      }),
    busy: updating,
    fields: [
      { key: 'officeAfterHours', label: t('rules.officeAfterHours') },
      { key: 'executiveAfterHours', label: t('rules.executiveAfterHours') },
    ],
    saved: t('rules.saved'),
    own: 'alerts',
  });
  if (!can('run', 'Alert'))
    return <p className={classes.text}>{t('rules.escalationText', { officeAfterHours, executiveAfterHours })}</p>;
  return (
    <Form onSubmit={onSubmit} act={t('rules.save')} busy={updating} error={error}>
      <NumberInput
        label={t('rules.officeAfterHours')}
        min={1}
        max={8760}
        allowDecimal={false}
        {...form.getInputProps('officeAfterHours')}
      />
      <NumberInput
        label={t('rules.executiveAfterHours')}
        min={2}
        max={8760}
        allowDecimal={false}
        {...form.getInputProps('executiveAfterHours')}
      />
      {dialogs}
    </Form>
  );
}
