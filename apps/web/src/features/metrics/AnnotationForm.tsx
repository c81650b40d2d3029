import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  type AnnotationFieldsFragment,
  CreateAnnotationDocument,
  DeleteAnnotationDocument,
  type MetricFieldsFragment,
  UpdateAnnotationDocument,
} from './metrics.generated.js';

interface AnnotationFormProps {
  metric: MetricFieldsFragment;
  note: AnnotationFieldsFragment | undefined;
  onDone: () => void;
}

export function AnnotationForm({ metric, note, onDone }: AnnotationFormProps) {
  const { t } = useTranslation('metrics');
  const [create, creating] = useAct(CreateAnnotationDocument);
  const [update, updating] = useAct(UpdateAnnotationDocument);
  const [remove, removing] = useAct(DeleteAnnotationDocument);
  const form = useForm({
    initialValues: { notedOn: note?.notedOn ?? '', text: note?.text ?? '' },
    validate: {
      notedOn: (day) => (day ? null : t('form.dayMissing')),
      text: (text) => (text.trim() ? null : t('note.textMissing')),
    },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: note?.version,
    save: (values, version) =>
      note && version !== undefined
        ? update({ id: note.id, version, ...values })
        : create({ metricId: metric.id, ...values }),
    busy: updating,
    fields: [
      { key: 'notedOn', label: t('note.notedOn') },
      { key: 'text', label: t('note.text') },
    ],
    saved: t('note.saved'),
    onDone,
    own: 'metrics',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={creating || updating} error={error} onCancel={onDone}>
        <TextInput type="date" label={t('note.notedOn')} data-autofocus {...form.getInputProps('notedOn')} />
        <Textarea
          label={t('note.text')}
          description={t('note.textHelp')}
          rows={4}
          maxLength={2000}
          {...form.getInputProps('text')}
        />
      </Form>
      {note && (
        <ConsequentialButton
          act={t('note.remove')}
          title={t('note.removeTitle')}
          consequence={t('note.removeConsequence')}
          perform={() => remove({ id: note.id, version: note.version })}
          busy={removing}
          onDone={() => finish(t('note.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
