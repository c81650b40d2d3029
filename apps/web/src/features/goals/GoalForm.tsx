import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from './cascade.js';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
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
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors();
  const form = useForm({
    initialValues: { name: goal?.name ?? '', statement: goal?.statement ?? '', dueOn: goal?.dueOn ?? '' },
    validate: { name: (name) => (name.trim() ? null : t('nameMissing')) },
  });
  type Values = typeof form.values;
  const warning = useUnsavedChanges(() => form.isDirty());
  const finish = (said: string) => {
    form.resetDirty();
    notifyDone(said);
    onDone();
  };
  const save = async (values: Values, version: number | undefined): Promise<void> => {
    setError(null);
    const input = { ...values, name: values.name.trim(), dueOn: values.dueOn || null };
    const outcome =
      goal && version !== undefined ? await update({ id: goal.id, version, input }) : await create({ input });
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    finish(t('goal.saved'));
  };
  const conflict = useConflict<Values>({
    busy: updating,
    save,
    fields: [
      { key: 'name', label: t('goal.name') },
      { key: 'statement', label: t('goal.statement') },
      { key: 'dueOn', label: t('goal.dueOn') },
    ],
  });
  const askToArchive = async () => {
    if (!goal) return;
    const yes = await confirm({
      title: t('archiveTitle', { name: goal.name }),
      consequence: t('goal.archiveConsequence', { count: goal.objectives.length }),
      act: t('archiveAct'),
    });
    if (!yes) return;
    const outcome = await archive({ id: goal.id, version: goal.version });
    if (outcome.error) return setError(outcome.error);
    finish(t('archived'));
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, goal?.version))}
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
        <ApartFromForm>
          <Button color="red" variant="outline" loading={archiving} onClick={() => void askToArchive()}>
            {t('archiveAct')}
          </Button>
        </ApartFromForm>
      )}
      {dialog}
      {warning}
      {conflict.dialog}
    </>
  );
}
