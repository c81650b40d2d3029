import { Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  AssignOwnershipDocument,
  type OwnersOfTouchpointFragment,
  type Responsibility,
} from './ownership.generated.js';
import { RESPONSIBILITIES } from './ownership-words.js';
import { useOwnerChoices } from './use-owner-choices.js';

interface AssignDialogProps {
  touchpoint: OwnersOfTouchpointFragment;
  opened: boolean;
  onClose: () => void;
}

export function AssignDialog({ touchpoint, opened, onClose }: AssignDialogProps) {
  const { t } = useTranslation('ownership');
  const { t: shared } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('assign.title', { touchpoint: touchpoint.name })}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <AssignForm touchpoint={touchpoint} onClose={onClose} />
    </Modal>
  );
}

/** Apart from the dialog, so that it begins anew each time the dialog opens. */
function AssignForm({ touchpoint, onClose }: Omit<AssignDialogProps, 'opened'>) {
  const { t } = useTranslation('ownership');
  const teams = useOwnerChoices();
  const [assign, busy] = useAct(AssignOwnershipDocument);
  const form = useForm({
    initialValues: {
      teamId: '',
      responsibility: 'ACCOUNTABLE' as Responsibility,
      validFrom: touchpoint.today,
      validTo: '',
    },
    validate: {
      teamId: (value) => (value ? null : t('assign.teamMissing')),
      validFrom: (value) => (value ? null : t('assign.dayMissing')),
      validTo: (value, { validFrom }) => (value && value <= validFrom ? t('assign.endTooEarly') : null),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: (values) => assign({ touchpointId: touchpoint.id, input: { ...values, validTo: values.validTo || null } }),
    busy,
    saved: t('assign.done'),
    onDone: onClose,
  });
  return (
    <Form
      onSubmit={onSubmit}
      act={t('assign.act')}
      busy={busy}
      error={error}
      onCancel={onClose}
      aria-label={t('assign.act')}
    >
      <Select
        label={t('assign.team')}

        searchable
        required
        data={teams}
        {...form.getInputProps('teamId')}
      />
      <Select
        label={t('assign.part')}
        description={t(`responsibilityHelp.${form.values.responsibility}`)}
        allowDeselect={false}
        data={RESPONSIBILITIES.map((value) => ({ value, label: t(`responsibility.${value}`) }))}
        {...form.getInputProps('responsibility')}
      />
      <TextInput type="date" label={t('assign.from')} required {...form.getInputProps('validFrom')} />
      <TextInput
        type="date"
        label={t('assign.to')}
        description={t('assign.toHelp')}
        {...form.getInputProps('validTo')}
      />
      {dialogs}
    </Form>
  );
}
