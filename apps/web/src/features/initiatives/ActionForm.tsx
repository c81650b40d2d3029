import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { usePeopleChoices } from '../people/index.js';
import type { PartFormProps } from './initiative-parts.js';
import { SaveInitiativeActionDocument, SetActionStateDocument } from './initiatives.generated.js';

/** An action is not removed, somebody was given it: it is dropped, and can be taken up again. */
export function ActionForm({ initiativeId, part, onDone }: PartFormProps<'actions'>) {
  const { t } = useTranslation('initiatives');
  const people = usePeopleChoices();
  const [save, busy] = useAct(SaveInitiativeActionDocument);
  const [setState, dropping] = useAct(SetActionStateDocument);
  const form = useForm({
    initialValues: { text: part?.text ?? '', ownerId: part?.ownerId ?? '', dueOn: part?.dueOn ?? '' },
    validate: { text: (text) => (text.trim() ? null : t('actionForm.textMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: part?.version,
    save: ({ text, ownerId, dueOn }, version) =>
      save({
        initiativeId,
        seen: part && version !== undefined ? { id: part.id, version } : null,
        input: { text, ownerId: ownerId || null, dueOn: dueOn || null },
      }),
    busy,
    fields: [
      { key: 'text', label: t('actionForm.text') },
      {
        key: 'ownerId',
        label: t('field.owner'),
        show: (id) => people.find(({ value }) => value === id)?.label ?? t('noOwner'),
      },
      { key: 'dueOn', label: t('field.dueOn') },
    ],
    saved: t('actionForm.saved'),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={part ? t('save') : t('actionForm.add')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('actionForm.text')} maxLength={1000} data-autofocus {...form.getInputProps('text')} />
        <Select
          label={t('field.owner')}
          description={t('actionForm.ownerHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          searchable
          data={people}
          {...form.getInputProps('ownerId')}
        />
        <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
      </Form>
      {part?.mayFinish && part.state === 'OPEN' && (
        <ConsequentialButton
          act={t('actionForm.drop')}
          title={t('actionForm.dropTitle')}
          consequence={t('actionForm.dropText')}
          perform={() => setState({ id: part.id, version: part.version, state: 'DROPPED' })}
          busy={dropping}
          onDone={() => finish(t('actionForm.dropped'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
