import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { LINK_KINDS } from './metric-words.js';
import {
  LinkCandidatesDocument,
  LinkMetricDocument,
  type MetricFieldsFragment,
  type MetricLinkKind,
} from './metrics.generated.js';

interface PartFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

/** Hangs the metric on something that exists; what it hangs on already is not offered again. */
export function LinkForm({ metric, onDone }: PartFormProps) {
  const { t } = useTranslation('metrics');
  const [link, busy] = useAct(LinkMetricDocument, { refetch: ['MetricList', 'GoalCascade'] });
  const [error, setError] = useState<AppError | null>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const form = useForm({
    initialValues: { kind: 'TOUCHPOINT' as MetricLinkKind, objectId: null as string | null },
    validate: { objectId: (value) => (value ? null : t('link.chooseOne')) },
  });
  const { kind } = form.values;
  const { data, previousData, loading } = useQuery(LinkCandidatesDocument, {
    variables: { metricId: metric.id, kind, search: search || null },
    fetchPolicy: 'network-only',
  });
  const candidates = (data ?? previousData)?.metricLinkCandidates ?? [];

  const save = async ({ objectId }: typeof form.values) => {
    if (!objectId) return;
    const outcome = await link({ metricId: metric.id, kind, objectId });
    if (outcome.error) return setError(outcome.error);
    notifyDone(t('link.saved'));
    onDone();
  };
  return (
    <Form
      onSubmit={form.onSubmit((values) => void save(values))}
      act={t('link.save')}
      busy={busy}
      error={error}
      onCancel={onDone}
    >
      <Select
        label={t('link.kindLabel')}
        allowDeselect={false}
        data={LINK_KINDS.map((value) => ({ value, label: t(`link.kind.${value}`) }))}
        value={kind}
        onChange={(next) => {
          form.setValues({ kind: next as MetricLinkKind, objectId: null });
          setTyped('');
        }}
      />
      <Select
        key={kind}
        label={t('link.object')}
        searchable
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage={loading ? t('link.looking') : t('link.nothing')}
        data={candidates.map(({ objectId, name, within }) => ({
          value: objectId,
          label: within ? `${name} · ${within}` : name,
        }))}
        {...form.getInputProps('objectId')}
      />
    </Form>
  );
}
