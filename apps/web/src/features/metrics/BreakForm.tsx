import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { CAUSES } from './metric-words.js';
import { CreateBreakDocument, type MetricFieldsFragment, type SeriesBreakCause } from './metrics.generated.js';

interface PartFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

/** A break that no change of the definition tells of: another sample, another source. */
export function BreakForm({ metric, onDone }: PartFormProps) {
  const { t } = useTranslation('metrics');
  const [create, busy] = useAct(CreateBreakDocument);
  const form = useForm({
    initialValues: { beginsOn: '', cause: 'SAMPLE' as SeriesBreakCause, note: '' },
    validate: {
      beginsOn: (day) => (day ? null : t('form.dayMissing')),
      note: (note) => (note.trim() ? null : t('break.noteMissing')),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: (values) => create({ metricId: metric.id, ...values }),
    busy,
    saved: t('break.saved'),
    onDone,
    own: 'metrics',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('break.save')} busy={busy} error={error} onCancel={onDone}>
        <TextInput type="date" label={t('break.beginsOn')} data-autofocus {...form.getInputProps('beginsOn')} />
        <Select
          label={t('break.causeLabel')}
          allowDeselect={false}
          data={CAUSES.map((value) => ({ value, label: t(`break.cause.${value}`) }))}
          {...form.getInputProps('cause')}
        />
        <Textarea
          label={t('break.note')}
          description={t('break.noteHelp')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </Form>
      {dialogs}
    </>
  );
}
