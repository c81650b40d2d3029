import { useQuery } from '@apollo/client/react';
import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useUnit } from '../../ui/use-unit.js';
import {
  ConflictCandidatesDocument,
  DeclareConflictDocument,
  type MetricFieldsFragment,
  RewordConflictDocument,
  WithdrawConflictDocument,
} from './metrics.generated.js';

interface ConflictFormProps {
  metric: MetricFieldsFragment;
  conflict: MetricFieldsFragment['conflicts'][number] | undefined;
  onDone: () => void;
}

const MATRIX = { refetch: ['AccountabilityFindings', 'AccountabilityMatrix'] };

/** Which metric pulls against this one, and why; of a conflict that is declared, why. */
export function ConflictForm({ metric, conflict, onDone }: ConflictFormProps) {
  const { t } = useTranslation('metrics');
  const unitOf = useUnit();
  const [declare, declaring] = useAct(DeclareConflictDocument, MATRIX);
  const [reword, rewording] = useAct(RewordConflictDocument, MATRIX);
  const [withdraw, withdrawing] = useAct(WithdrawConflictDocument, MATRIX);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const form = useForm({
    initialValues: { otherMetricId: conflict?.otherMetricId ?? null, reason: conflict?.reason ?? '' },
    validate: {
      otherMetricId: (value) => (value ? null : t('conflict.chooseOne')),
      reason: (text) => (text.trim() ? null : t('conflict.reasonMissing')),
    },
  });
  const { data, previousData, loading } = useQuery(ConflictCandidatesDocument, {
    variables: { search: search || null },
    skip: conflict !== undefined,
  });
  const taken = new Set([metric.id, ...metric.conflicts.map(({ otherMetricId }) => otherMetricId)]);
  const candidates = (data ?? previousData)?.metrics.edges.filter(({ node }) => !taken.has(node.id)) ?? [];

  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: conflict?.version,
    save: ({ otherMetricId, reason }, version) =>
      conflict && version !== undefined
        ? reword({ metricId: metric.id, id: conflict.id, version, reason })
        : declare({ metricId: metric.id, otherMetricId: otherMetricId ?? '', reason }),
    busy: rewording,
    fields: [{ key: 'reason', label: t('conflict.reason') }],
    saved: t('conflict.saved'),
    onDone,
    own: 'metrics',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={declaring || rewording} error={error} onCancel={onDone}>
        {conflict ? (
          <p>{t('conflict.with', { name: conflict.otherMetricName })}</p>
        ) : (
          <Select
            label={t('conflict.other')}
            searchable
            onSearchChange={setTyped}
            filter={({ options }) => options}
            nothingFoundMessage={loading ? t('link.looking') : t('link.nothing')}
            data={candidates.map(({ node }) => ({ value: node.id, label: `${node.name} · ${unitOf(node.unit)}` }))}
            {...form.getInputProps('otherMetricId')}
          />
        )}
        <Textarea
          label={t('conflict.reason')}
          description={t('conflict.reasonHelp')}
          rows={4}
          maxLength={2000}
          {...form.getInputProps('reason')}
        />
      </Form>
      {conflict && (
        <ConsequentialButton
          act={t('conflict.remove')}
          title={t('conflict.removeTitle')}
          consequence={t('conflict.removeConsequence')}
          perform={() => withdraw({ metricId: metric.id, id: conflict.id, version: conflict.version })}
          busy={withdrawing}
          onDone={() => finish(t('conflict.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
