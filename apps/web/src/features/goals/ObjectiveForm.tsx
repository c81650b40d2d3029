import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Goal } from './cascade.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
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
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: objective?.version,
    save: (values, version) => {
      const input = { ...values, name: values.name.trim() };
      return objective && version !== undefined ? update({ id: objective.id, version, input }) : create({ input });
    },
    busy: updating,
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
    saved: t('objective.saved'),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
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
        <ConsequentialButton
          act={t('archiveAct')}
          title={t('archiveTitle', { name: objective.name })}
          consequence={t('objective.archiveConsequence')}
          perform={() => archive({ id: objective.id, version: objective.version })}
          busy={archiving}
          onDone={() => finish(t('archived'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
