import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { ObjectiveMetricChoicesDocument, type ObjectiveFieldsFragment, TieMetricDocument } from './goals.generated.js';

interface TieMetricFormProps {
  objective: ObjectiveFieldsFragment;
  onDone: () => void;
}

/** Says of an objective what it is measured by, from where it is missed. */
export function TieMetricForm({ objective, onDone }: TieMetricFormProps) {
  const { t } = useTranslation('goals');
  const mayCreate = useCan()('create', 'Metric');
  const [tie, busy] = useAct(TieMetricDocument, { refetch: ['GoalCascade', 'BrokenThreads'] });
  const [error, setError] = useState<AppError | null>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const form = useForm({
    initialValues: { metricId: null as string | null },
    validate: { metricId: (id) => (id ? null : t('tie.missing')) },
  });
  const { data, previousData, loading } = useQuery(ObjectiveMetricChoicesDocument, {
    variables: { search: search || null },
    fetchPolicy: 'network-only',
  });
  const tied = new Set(objective.metrics.map(({ id }) => id));
  const choices = ((data ?? previousData)?.metrics.edges ?? []).filter(({ node }) => !tied.has(node.id));

  const save = async ({ metricId }: typeof form.values) => {
    if (!metricId) return;
    const outcome = await tie({ metricId, objectiveId: objective.id });
    if (outcome.error) return setError(outcome.error);
    notifyDone(t('tie.saved'));
    onDone();
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('tie.act')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <Select
          label={t('metric.name')}
          description={t('tie.help', { name: objective.name })}
          searchable
          onSearchChange={setTyped}
          filter={({ options }) => options}
          nothingFoundMessage={loading ? t('tie.looking') : t('tie.nothing')}
          data={choices.map(({ node: { id, name } }) => ({ value: id, label: name }))}
          {...form.getInputProps('metricId')}
        />
      </Form>
      {mayCreate && <AppLink to="/metrics/new">{t('tie.define')}</AppLink>}
    </>
  );
}
