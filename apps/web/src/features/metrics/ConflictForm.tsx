import { useQuery } from '@apollo/client/react';
import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
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
  const [declare, declaring] = useAct(DeclareConflictDocument, MATRIX);
  const [reword, rewording] = useAct(RewordConflictDocument, MATRIX);
  const [withdraw, withdrawing] = useAct(WithdrawConflictDocument, MATRIX);
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const place = usePlaceFieldErrors('metrics');
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
  const warning = useUnsavedChanges(() => form.isDirty());
  const taken = new Set([metric.id, ...metric.conflicts.map(({ otherMetricId }) => otherMetricId)]);
  const candidates = (data ?? previousData)?.metrics.edges.filter(({ node }) => !taken.has(node.id)) ?? [];

  const finish = (said: string) => {
    form.resetDirty();
    notifyDone(said);
    onDone();
  };
  const save = async (values: typeof form.values) => {
    setError(null);
    const { otherMetricId, reason } = values;
    if (!otherMetricId) return;
    const outcome = conflict
      ? await reword({ metricId: metric.id, id: conflict.id, version: conflict.version, reason })
      : await declare({ metricId: metric.id, otherMetricId, reason });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    finish(t('conflict.saved'));
  };
  const askToWithdraw = async () => {
    if (!conflict) return;
    const yes = await confirm({
      title: t('conflict.removeTitle'),
      consequence: t('conflict.removeConsequence'),
      act: t('conflict.remove'),
    });
    if (!yes) return;
    const outcome = await withdraw({ metricId: metric.id, id: conflict.id, version: conflict.version });
    if (outcome.error) return setError(outcome.error);
    finish(t('conflict.removed'));
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('save')}
        busy={declaring || rewording}
        error={error}
        onCancel={onDone}
      >
        {conflict ? (
          <p>{t('conflict.with', { name: conflict.otherMetricName })}</p>
        ) : (
          <Select
            label={t('conflict.other')}
            searchable
            onSearchChange={setTyped}
            filter={({ options }) => options}
            nothingFoundMessage={loading ? t('link.looking') : t('link.nothing')}
            data={candidates.map(({ node }) => ({ value: node.id, label: `${node.name} · ${node.unit}` }))}
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
        <ApartFromForm>
          <Button color="red" variant="outline" loading={withdrawing} onClick={() => void askToWithdraw()}>
            {t('conflict.remove')}
          </Button>
        </ApartFromForm>
      )}
      {dialog}
      {warning}
    </>
  );
}
