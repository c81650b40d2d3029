import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from './cascade.js';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import {
  ArchiveObjectiveDocument,
  CreateObjectiveDocument,
  type ExperienceDomain,
  type ObjectiveFieldsFragment,
  UpdateObjectiveDocument,
} from './goals.generated.js';

interface ObjectiveFormProps {
  objective: ObjectiveFieldsFragment | undefined;
  goals: readonly Goal[];
  /** The goal that a new one is meant for. */
  goalId: string | undefined;
  onDone: () => void;
}

const DOMAINS: ExperienceDomain[] = ['BRAND', 'PRODUCT', 'EMPLOYEE', 'CUSTOMER'];

export function ObjectiveForm({ objective, goals, goalId, onDone }: ObjectiveFormProps) {
  const { t } = useTranslation('goals');
  const { list } = useFormats();
  const can = useCan();
  const refetch = ['GoalCascade'];
  const [create, creating] = useAct(CreateObjectiveDocument, { refetch });
  const [update, updating] = useAct(UpdateObjectiveDocument, { refetch });
  const [archive, archiving] = useAct(ArchiveObjectiveDocument, { refetch });
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors();
  const form = useForm({
    initialValues: {
      name: objective?.name ?? '',
      statement: objective?.statement ?? '',
      goalId: objective ? objective.goalId : (goalId ?? null),
      domains: objective?.domains ?? (['CUSTOMER'] as ExperienceDomain[]),
    },
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      domains: (domains) => (domains.length > 0 ? null : t('objective.domainMissing')),
    },
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
    const input = { ...values, name: values.name.trim() };
    const outcome =
      objective && version !== undefined ? await update({ id: objective.id, version, input }) : await create({ input });
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    finish(t('objective.saved'));
  };
  const conflict = useConflict<Values>({
    busy: updating,
    save,
    fields: [
      { key: 'name', label: t('objective.name') },
      { key: 'statement', label: t('objective.statement') },
      {
        key: 'goalId',
        label: t('objective.goal'),
        show: (id) => goals.find((goal) => goal.id === id)?.name ?? '',
      },
      {
        key: 'domains',
        label: t('objective.domains'),
        show: (domains) => list((domains as ExperienceDomain[]).map((domain) => t(`domain.${domain}`))),
      },
    ],
  });
  const askToArchive = async () => {
    if (!objective) return;
    const yes = await confirm({
      title: t('archiveTitle', { name: objective.name }),
      consequence: t('objective.archiveConsequence'),
      act: t('archiveAct'),
    });
    if (!yes) return;
    const outcome = await archive({ id: objective.id, version: objective.version });
    if (outcome.error) return setError(outcome.error);
    finish(t('archived'));
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, objective?.version))}
        act={objective ? t('save') : t('objective.addAct')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput
          label={t('objective.name')}
          description={t('objective.nameHelp')}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea label={t('objective.statement')} rows={3} maxLength={4000} {...form.getInputProps('statement')} />
        <Select
          label={t('objective.goal')}
          description={t('objective.goalHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('objective.noGoal') }}
          data={goals.map((goal) => ({ value: goal.id, label: goal.name }))}
          {...form.getInputProps('goalId')}
        />
        <MultiSelect
          label={t('objective.domains')}
          data={DOMAINS.map((value) => ({ value, label: t(`domain.${value}`) }))}
          {...form.getInputProps('domains')}
        />
      </Form>
      {objective && can('archive', 'Goal') && (
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
