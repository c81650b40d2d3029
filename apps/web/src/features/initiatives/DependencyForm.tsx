import { useQuery } from '@apollo/client/react';
import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  AddDependencyDocument,
  type InitiativePageFieldsFragment,
  OtherInitiativesDocument,
} from './initiatives.generated.js';

interface DependencyFormProps {
  initiative: InitiativePageFieldsFragment;
  onDone: () => void;
}

/** What has to be launched before this one. A circle is refused by the names along it. */
export function DependencyForm({ initiative, onDone }: DependencyFormProps) {
  const { t } = useTranslation('initiatives');
  const [add, busy] = useAct(AddDependencyDocument);
  const [typed, setTyped] = useState('');
  const form = useForm({
    initialValues: { needsId: '', note: '' },
    validate: { needsId: (id) => (id ? null : t('dependencies.missing')) },
  });
  const search = form.values.needsId ? '' : typed;
  const { data, previousData } = useQuery(OtherInitiativesDocument, { variables: { search } });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: ({ needsId, note }) => add({ initiativeId: initiative.id, needsId, note }),
    busy,
    fields: [],
    saved: t('dependencies.saved'),
    onDone,
  });
  const others = ((data ?? previousData)?.initiatives.edges ?? []).filter(
    ({ node }) => node.id !== initiative.id && !initiative.needs.some(({ id }) => id === node.id),
  );
  return (
    <>
      <Form onSubmit={onSubmit} act={t('dependencies.add')} busy={busy} error={error} onCancel={onDone}>
        <Select
          label={t('dependencies.which')}
          description={t('dependencies.whichHelp')}
          searchable
          filter={({ options }) => options}
          nothingFoundMessage={t('nothingFound')}
          onSearchChange={setTyped}
          data={others.map(({ node }) => ({
            value: node.id,
            label: `I-${node.number} ${node.title} · ${t(`stage.${node.stage}`)}`,
          }))}
          {...form.getInputProps('needsId')}
        />
        <Textarea label={t('dependencies.note')} rows={2} maxLength={1000} {...form.getInputProps('note')} />
      </Form>
      {dialogs}
    </>
  );
}
