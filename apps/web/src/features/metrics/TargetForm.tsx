import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { wallClock } from '../../i18n/zoned-time.js';
import { Form } from '../../ui/Form.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useUnit } from '../../ui/use-unit.js';
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
  const unitOf = useUnit();
  const timeZone = useContext(TimeZoneContext);
  const refetch = ['MetricList', 'GoalCascade'];
  const [create, creating] = useAct(CreateTargetDocument, { refetch });
  const [update, updating] = useAct(UpdateTargetDocument, { refetch });
  const [remove, removing] = useAct(DeleteTargetDocument, { refetch });
  const ranged = metric.definition.direction === 'RANGE';
  const today = wallClock(new Date().toISOString(), timeZone).slice(0, 10);
  /** A day that lies behind, and was not aimed at before. */
  const isPast = (day: string) => day < today && day !== target?.dueOn;
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
        return isPast(day) && !historical ? t('field.target_in_the_past') : null;
      },
      value: (value) => (value === '' ? t('target.valueMissing') : null),
      upperValue: (upper, { value }) => {
        if (!ranged) return null;
        return upper === '' || value === '' || upper <= value ? t('field.range_order') : null;
      },
    },
  });
  const objectives = metric.links.filter(({ kind }) => kind === 'OBJECTIVE');

  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: target?.version,
    save: (values, version) => {
      const input = {
        ...values,
        value: Number(values.value),
        upperValue: ranged ? Number(values.upperValue) : null,
        historical: values.historical && isPast(values.dueOn),
      };
      return target && version !== undefined
        ? update({ id: target.id, version, input })
        : create({ metricId: metric.id, input });
    },
    busy: updating,
    fields: [
      { key: 'dueOn', label: t('target.dueOn') },
      { key: 'value', label: t(ranged ? 'target.lowerValue' : 'target.value') },
      ...(ranged ? [{ key: 'upperValue' as const, label: t('target.upperValue') }] : []),
      {
        key: 'objectiveId',
        label: t('target.objective'),
        show: (id) => objectives.find(({ objectId }) => objectId === id)?.name ?? '',
      },
    ],
    saved: t('target.saved'),
    onDone,
    own: 'metrics',
  });

  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={creating || updating} error={error} onCancel={onDone}>
        <TextInput
          type="date"
          label={t('target.dueOn')}
          description={t('target.dueHelp')}
          data-autofocus
          {...form.getInputProps('dueOn')}
        />
        {form.values.dueOn && isPast(form.values.dueOn) && (
          <Checkbox
            label={t('target.asHistory')}
            description={t('target.asHistoryHelp')}
            {...form.getInputProps('historical', { type: 'checkbox' })}
          />
        )}
        <NumberInput
          label={t(ranged ? 'target.lowerValue' : 'target.value')}
          rightSection={unitOf(metric.definition.unit)}
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
        <ConsequentialButton
          act={t('target.remove')}
          title={t('target.removeTitle')}
          consequence={t('target.removeConsequence')}
          perform={() => remove({ id: target.id, version: target.version })}
          busy={removing}
          onDone={() => finish(t('target.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
