import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useOwnerChoices } from '../ownership/index.js';
import { type MetricFieldsFragment, UpdateMetricDocument } from './metrics.generated.js';

interface PartFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

/** Name and owner; the key stays, because formulas and imports use it. */
export function RenameForm({ metric, onDone }: PartFormProps) {
  const { t } = useTranslation('metrics');
  const teams = useOwnerChoices();
  const [update, busy] = useAct(UpdateMetricDocument, { refetch: ['MetricList'] });
  const form = useForm({
    initialValues: { name: metric.name, ownerTeamId: metric.ownerTeamId },
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: metric.version,
    save: (values, version = metric.version) => update({ id: metric.id, version, ...values, name: values.name.trim() }),
    busy,
    fields: [
      { key: 'name', label: t('label.name') },
      {
        key: 'ownerTeamId',
        label: t('label.owner'),
        show: (id) => teams.find(({ value }) => value === id)?.label ?? '',
      },
    ],
    saved: t('form.saved'),
    onDone,
    own: 'metrics',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} error={error} onCancel={onDone}>
        <TextInput label={t('label.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t('label.owner')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('form.noOwner') }}
          data={teams}
          {...form.getInputProps('ownerTeamId')}
        />
      </Form>
      {dialogs}
    </>
  );
}
