import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { PartFormProps } from './initiative-parts.js';
import { RemoveMilestoneDocument, SaveMilestoneDocument } from './initiatives.generated.js';

export function MilestoneForm({ initiativeId, part, onDone }: PartFormProps<'milestones'>) {
  const { t } = useTranslation('initiatives');
  const [save, busy] = useAct(SaveMilestoneDocument);
  const [remove, removing] = useAct(RemoveMilestoneDocument);
  const form = useForm({
    initialValues: { name: part?.name ?? '', dueOn: part?.dueOn ?? '', reachedOn: part?.reachedOn ?? '' },
    validate: {
      name: (name) => (name.trim() ? null : t('milestones.nameMissing')),
      dueOn: (day) => (day ? null : t('milestones.dayMissing')),
    },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: part?.version,
    save: ({ name, dueOn, reachedOn }, version) =>
      save({
        initiativeId,
        seen: part && version !== undefined ? { id: part.id, version } : null,
        input: { name, dueOn, reachedOn: reachedOn || null },
      }),
    busy,
    fields: [
      { key: 'name', label: t('milestones.name') },
      { key: 'dueOn', label: t('field.dueOn') },
      { key: 'reachedOn', label: t('milestones.reachedOn') },
    ],
    saved: t('milestones.saved'),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={part ? t('save') : t('milestones.add')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('milestones.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
        <TextInput
          type="date"
          label={t('milestones.reachedOn')}
          description={t('milestones.reachedHelp')}
          {...form.getInputProps('reachedOn')}
        />
      </Form>
      {part && (
        <ConsequentialButton
          act={t('remove')}
          title={t('milestones.removeTitle', { name: part.name })}
          consequence={t('milestones.removeText')}
          perform={() => remove({ initiativeId, seen: { id: part.id, version: part.version } })}
          busy={removing}
          onDone={() => finish(t('milestones.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
