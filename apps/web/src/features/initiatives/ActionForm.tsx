import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { SaveInitiativeActionDocument } from './initiatives.generated.js';
import { usePeopleChoices } from './use-people-choices.js';

export function ActionForm({ initiativeId, onDone }: { initiativeId: string; onDone: () => void }) {
  const { t } = useTranslation('initiatives');
  const people = usePeopleChoices();
  const [add, busy] = useAct(SaveInitiativeActionDocument);
  const form = useForm({
    initialValues: { text: '', ownerId: '', dueOn: '' },
    validate: { text: (text) => (text.trim() ? null : t('actionForm.textMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: ({ text, ownerId, dueOn }) =>
      add({ initiativeId, input: { text, ownerId: ownerId || null, dueOn: dueOn || null } }),
    busy,
    fields: [],
    saved: t('actionForm.saved'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('actionForm.add')} busy={busy} error={error} onCancel={onDone}>
        <TextInput label={t('actionForm.text')} maxLength={1000} data-autofocus {...form.getInputProps('text')} />
        <Select
          label={t('field.owner')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          searchable
          data={people}
          {...form.getInputProps('ownerId')}
        />
        <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
      </Form>
      {dialogs}
    </>
  );
}
