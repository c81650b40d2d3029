import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Goal } from './cascade.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { ArchiveGoalDocument, CreateGoalDocument, UpdateGoalDocument } from './goals.generated.js';

interface GoalFormProps {
  goal: Goal | undefined;
  onDone: () => void;
}

export function GoalForm({ goal, onDone }: GoalFormProps) {
  const { t } = useTranslation('goals');
  const can = useCan();
  const refetch = ['GoalCascade'];
  const [create, creating] = useAct(CreateGoalDocument, { refetch });
  const [update, updating] = useAct(UpdateGoalDocument, { refetch });
  const [archive, archiving] = useAct(ArchiveGoalDocument, { refetch });
  const form = useForm({
    initialValues: { name: goal?.name ?? '', statement: goal?.statement ?? '', dueOn: goal?.dueOn ?? '' },
    validate: { name: (name) => (name.trim() ? null : t('nameMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: goal?.version,
    save: ({ name, statement, dueOn }, version) => {
      const input = { name: name.trim(), statement, dueOn: dueOn || null };
      return goal && version !== undefined ? update({ id: goal.id, version, input }) : create({ input });
    },
    busy: updating,
    fields: [
      { key: 'name', label: t('goal.name') },
      { key: 'statement', label: t('goal.statement') },
      { key: 'dueOn', label: t('goal.dueOn') },
    ],
    saved: t('goal.saved'),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={goal ? t('save') : t('goal.add')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput
          label={t('goal.name')}
          description={t('goal.nameHelp')}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('goal.statement')}
          description={t('goal.statementHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('statement')}
        />
        <TextInput type="date" label={t('goal.dueOn')} {...form.getInputProps('dueOn')} />
      </Form>
      {goal && can('archive', 'Goal') && (
        <ConsequentialButton
          act={t('archiveAct')}
          title={t('archiveTitle', { name: goal.name })}
          consequence={t('goal.archiveConsequence', { count: goal.objectives.length })}
          perform={() => archive({ id: goal.id, version: goal.version })}
          busy={archiving}
          onDone={() => finish(t('archived'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
