import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { wallClock } from '../../i18n/zoned-time.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import {
  CreateTargetDocument,
  DeleteTargetDocument,
  type MetricFieldsFragment,
  type TargetFieldsFragment,
  UpdateTargetDocument,
} from './metrics.generated.js';

interface TargetFormProps {
  metric: MetricFieldsFragment;
  target: TargetFieldsFragment | undefined;
  onDone: () => void;
}

interface Values {
  dueOn: string;
  value: number | '';
  upperValue: number | '';
  objectiveId: string | null;
  historical: boolean;
}

export function TargetForm({ metric, target, onDone }: TargetFormProps) {
  const { t } = useTranslation('metrics');
  const timeZone = useContext(TimeZoneContext);
  const refetch = ['MetricList', 'GoalCascade'];
  const [create, creating] = useAct(CreateTargetDocument, { refetch });
  const [update, updating] = useAct(UpdateTargetDocument, { refetch });
  const [remove, removing] = useAct(DeleteTargetDocument, { refetch });
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('metrics');
  const ranged = metric.definition.direction === 'RANGE';
  const today = wallClock(new Date().toISOString(), timeZone).slice(0, 10);
  const form = useForm<Values>({
    initialValues: {
      dueOn: target?.dueOn ?? '',
      value: target?.value ?? '',
      upperValue: target?.upperValue ?? '',
      objectiveId: target?.objectiveId ?? null,
      historical: false,
    },
    validate: {
      dueOn: (day, { historical }) => {
        if (!day) return t('form.dayMissing');
        return day < today && day !== target?.dueOn && !historical ? t('field.target_in_the_past') : null;
      },
      value: (value) => (value === '' ? t('target.valueMissing') : null),
      upperValue: (upper, { value }) => {
        if (!ranged) return null;
        return upper === '' || value === '' || upper <= value ? t('field.range_order') : null;
      },
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());
  const isPast = form.values.dueOn !== '' && form.values.dueOn < today && form.values.dueOn !== target?.dueOn;
  const objectives = metric.links.filter(({ kind }) => kind === 'OBJECTIVE');

  const save = async (values: Values) => {
    setError(null);
    const input = {
      ...values,
      value: Number(values.value),
      upperValue: ranged ? Number(values.upperValue) : null,
      historical: values.historical && isPast,
    };
    const outcome = target
      ? await update({ id: target.id, version: target.version, input })
      : await create({ metricId: metric.id, input });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    form.resetDirty();
    notifyDone(t('target.saved'));
    onDone();
  };
  const askToRemove = async () => {
    if (!target) return;
    const yes = await confirm({
      title: t('target.removeTitle'),
      consequence: t('target.removeConsequence'),
      act: t('target.remove'),
    });
    if (!yes) return;
    const outcome = await remove({ id: target.id, version: target.version });
    if (outcome.error) return setError(outcome.error);
    form.resetDirty();
    notifyDone(t('target.removed'));
    onDone();
  };

  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('save')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput
          type="date"
          label={t('target.dueOn')}
          description={t('target.dueHelp')}
          data-autofocus
          {...form.getInputProps('dueOn')}
        />
        {isPast && (
          <Checkbox
            label={t('target.asHistory')}
            description={t('target.asHistoryHelp')}
            {...form.getInputProps('historical', { type: 'checkbox' })}
          />
        )}
        <NumberInput
          label={t(ranged ? 'target.lowerValue' : 'target.value')}
          rightSection={metric.definition.unit}
          rightSectionWidth="auto"
          rightSectionProps={{ style: { paddingInlineEnd: 8 } }}
          {...form.getInputProps('value')}
        />
        {ranged && <NumberInput label={t('target.upperValue')} {...form.getInputProps('upperValue')} />}
        {objectives.length > 0 && (
          <Select
            label={t('target.objective')}
            description={t('target.objectiveHelp')}
            clearable
            clearButtonProps={{ 'aria-label': t('target.noObjective') }}
            data={objectives.map(({ objectId, name }) => ({ value: objectId, label: name }))}
            {...form.getInputProps('objectiveId')}
          />
        )}
      </Form>
      {target && (
        <ApartFromForm>
          <Button color="red" variant="outline" loading={removing} onClick={() => void askToRemove()}>
            {t('target.remove')}
          </Button>
        </ApartFromForm>
      )}
      {dialog}
      {warning}
    </>
  );
}
