import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { HEALTHS } from './initiative-words.js';
import { type InitiativeHealth, ReportOnInitiativeDocument } from './initiatives.generated.js';

interface ReportFormProps {
  initiativeId: string;
  health: InitiativeHealth | null;
  onDone: () => void;
}

/** Said once and kept: the form says so before it is sent. */
export function ReportForm({ initiativeId, health, onDone }: ReportFormProps) {
  const { t } = useTranslation('initiatives');
  const [report, busy] = useAct(ReportOnInitiativeDocument);
  const form = useForm<{ health: InitiativeHealth; text: string }>({
    initialValues: { health: health ?? 'ON_TRACK', text: '' },
    validate: { text: (text) => (text.trim() ? null : t('reportForm.textMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: (input) => report({ initiativeId, input }),
    busy,
    fields: [],
    saved: t('reportForm.saved'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('reportForm.act')} busy={busy} error={error} onCancel={onDone}>
        <Radio.Group label={t('reportForm.health')} {...form.getInputProps('health')}>
          <Stack gap="xs" mt="xs">
            {HEALTHS.map((value) => (
              <Radio key={value} value={value} label={t(`health.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('reportForm.text')}
          description={t('reportForm.textHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('text')}
        />
      </Form>
      {dialogs}
    </>
  );
}
