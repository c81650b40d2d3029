import { useQuery } from '@apollo/client/react';
import { Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useZonedTime } from './use-zoned-time.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { OWN_REASONS } from './alert-words.js';
import { type AlertCloseReason, AlertAssigneesDocument, type AlertFieldsFragment } from './alerts.generated.js';
import type { AskedAct } from './routes.js';
import { type ActValues, useAlertAct } from './use-alert-act.js';

interface AlertActFormProps {
  act: AskedAct;
  alert: AlertFieldsFragment;
  onDone: () => void;
  onStale: () => void;
}

/** The few things that each act wants to know, and a note for those who read the history. */
export function AlertActForm({ act, alert, onDone, onStale }: AlertActFormProps) {
  const { t } = useTranslation('alerts');
  const { inDays } = useZonedTime();
  const [perform, busy] = useAlertAct(alert);
  const closes = act === 'close' || act === 'handOn';
  const form = useForm<ActValues>({
    initialValues: {
      until: inDays(1),
      membershipId: alert.assigneeId ?? '',
      reason: act === 'handOn' ? 'PAIN_POINT' : 'RESOLVED',
      description: '',
      touchpointId: alert.touchpoints[0]?.id ?? '',
      note: '',
    },
    validate: {
      until: (until) => (act === 'snooze' && !until ? t('form.untilMissing') : null),
      membershipId: (id) => (act === 'assign' && id === (alert.assigneeId ?? '') ? t('form.sameAssignee') : null),
      note: (note) => (act === 'note' && !note.trim() ? t('form.noteMissing') : null),
      description: (text, { reason }) =>
        closes && reason === 'PAIN_POINT' && !text.trim() ? t('form.descriptionMissing') : null,
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    // The act names the version itself; there are no two wordings of an alert to choose from.
    version: undefined,
    save: async (values) => {
      const outcome = await perform(act, values);
      // What somebody else did meanwhile is shown behind the form; what was typed stays.
      if (outcome.error?.code === 'CONFLICT') onStale();
      return outcome;
    },
    busy,
    saved: t(`done.${act}`),
    onDone,
    own: 'alerts',
  });
  return (
    <Form onSubmit={onSubmit} act={t(`act.${act}`)} busy={busy} error={error} onCancel={onDone}>
      {act === 'snooze' && (
        <TextInput
          type="datetime-local"
          label={t('field.until')}
          description={t('form.untilHelp')}
          data-autofocus
          {...form.getInputProps('until')}
        />
      )}
      {act === 'assign' && <Assignee id={alert.id} {...form.getInputProps('membershipId')} />}
      {act === 'escalate' && <p>{t('form.escalateHelp', { level: t(`level.${(alert.escalationLevel + 1) as 1}`) })}</p>}
      {closes && (
        <>
          {act === 'close' && (
            <Radio.Group label={t('field.reason')} {...form.getInputProps('reason')}>
              <Stack gap="xs" mt="xs">
                {OWN_REASONS.map((reason: AlertCloseReason) => (
                  <Radio
                    key={reason}
                    value={reason}
                    label={t(`reason.${reason}`)}
                    description={t(`reasonHelp.${reason as 'RESOLVED'}`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {form.values.reason === 'PAIN_POINT' && (
            <>
              <Textarea
                label={t('form.description')}
                description={t('form.descriptionHelp')}
                rows={4}
                maxLength={4000}
                {...form.getInputProps('description')}
              />
              <Select
                label={t('form.touchpoint')}
                clearable
                clearButtonProps={{ 'aria-label': t('form.noTouchpoint') }}
                placeholder={t('form.noTouchpoint')}
                data={alert.touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps('touchpointId')}
              />
            </>
          )}
        </>
      )}
      {act !== 'assign' && (
        <Textarea
          label={act === 'note' ? t('form.note') : t('form.noteOptional')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      )}
      {dialogs}
    </Form>
  );
}

function Assignee({ id, ...input }: { id: string; value?: string; onChange: (value: string) => void; error?: string }) {
  const { t } = useTranslation('alerts');
  const { data } = useQuery(AlertAssigneesDocument, { variables: { id } });
  return (
    <Select
      label={t('field.assignee')}
      description={t('form.assigneeHelp')}
      searchable
      allowDeselect={false}
      data={[
        { value: '', label: t('form.backToTeam') },
        ...(data?.alertAssignees ?? []).map((each) => ({ value: each.id, label: each.name })),
      ]}
      value={input.value}
      onChange={(value) => input.onChange(value ?? '')}
      error={input.error}
    />
  );
}
