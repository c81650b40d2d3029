import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LONGEST_PERSONA_TEXT } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { PERSONA_KINDS } from './persona-words.js';
import {
  ArchivePersonaDocument,
  CreatePersonaDocument,
  type PersonaFieldsFragment,
  type PersonaInput,
  type PersonaKind,
  UpdatePersonaDocument,
} from './personas.generated.js';

const refetch = ['Personas', 'JourneyChoices'];

interface PersonaFormProps {
  persona: PersonaFieldsFragment | undefined;
  onDone: () => void;
}

export function PersonaForm({ persona, onDone }: PersonaFormProps) {
  const { t } = useTranslation('personas');
  const can = useCan();
  const [create, creating] = useAct(CreatePersonaDocument, { refetch });
  const [update, updating] = useAct(UpdatePersonaDocument, { refetch });
  const [archive, archiving] = useAct(ArchivePersonaDocument, { refetch });
  const form = useForm<Required<{ [Key in keyof PersonaInput]: string }>>({
    initialValues: {
      name: persona?.name ?? '',
      kind: persona?.kind ?? 'CUSTOMER',
      description: persona?.description ?? '',
      needs: persona?.needs ?? '',
    },
    validate: { name: (value) => (value.trim() ? null : t('nameMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: persona?.version,
    busy: creating || updating,
    fields: [
      { key: 'name', label: t('name') },
      { key: 'kind', label: t('kind.label'), show: (value) => t(`kind.${value as PersonaKind}`) },
      { key: 'description', label: t('description') },
      { key: 'needs', label: t('needs') },
    ],
    saved: t('saved'),
    onDone,
    save: (values, version) => {
      const input = { ...values, kind: values.kind as PersonaKind };
      return persona && version !== undefined ? update({ id: persona.id, version, input }) : create({ input });
    },
  });
  return (
    <Stack>
      <Form
        onSubmit={onSubmit}
        act={t(persona ? 'save' : 'add')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('name')} description={t('nameHelp')} data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label={t('kind.label')}
          data={PERSONA_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Textarea
          label={t('description')}
          description={t('descriptionHelp')}
          autosize
          minRows={3}
          maxLength={LONGEST_PERSONA_TEXT}
          {...form.getInputProps('description')}
        />
        <Textarea
          label={t('needs')}
          description={t('needsHelp')}
          autosize
          minRows={3}
          maxLength={LONGEST_PERSONA_TEXT}
          {...form.getInputProps('needs')}
        />
      </Form>
      {persona && can('archive', 'Journey') && (
        <ConsequentialButton
          act={t('archive')}
          title={t('archiveTitle', { name: persona.name })}
          consequence={t('archiveConsequence', { count: persona.journeyCount })}
          perform={() => archive({ id: persona.id, version: persona.version })}
          busy={archiving}
          onDone={() => finish(t('archivedNote'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </Stack>
  );
}
