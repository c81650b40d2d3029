import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/use-act.js';
import { Form } from '../../../ui/Form.js';
import { ConsequentialButton } from '../../../ui/ConsequentialButton.js';
import { useObjectForm } from '../../../ui/use-object-form.js';
import { ClearBaselineDocument, type MetricFieldsFragment, SetBaselineDocument } from '../metrics.generated.js';

interface BaselineFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

const STALE = { refetch: ['MetricSeries'] };

/** From which days the limits of the control chart are frozen. */
export function BaselineForm({ metric, onDone }: BaselineFormProps) {
  const { t } = useTranslation('series');
  const before = metric.controlBaseline;
  const [set, setting] = useAct(SetBaselineDocument, STALE);
  const [clear, clearing] = useAct(ClearBaselineDocument, STALE);
  const form = useForm({
    initialValues: { fromDay: before?.fromDay ?? '', toDay: before?.toDay ?? '', note: before?.note ?? '' },
    validate: {
      fromDay: (day) => (day ? null : t('baseline.dayMissing')),
      toDay: (day, { fromDay }) => (!day ? t('baseline.dayMissing') : day < fromDay ? t('baseline.order') : null),
    },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: before?.version,
    // None is version 0: whoever sets the first one is noticed as well.
    save: (values, version = 0) => set({ metricId: metric.id, version, ...values }),
    busy: setting,
    fields: [
      { key: 'fromDay', label: t('baseline.fromDay') },
      { key: 'toDay', label: t('baseline.toDay') },
      { key: 'note', label: t('baseline.note') },
    ],
    saved: t('baseline.saved'),
    onDone,
    own: 'series',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('baseline.save')} busy={setting || clearing} error={error} onCancel={onDone}>
        <p>{t('baseline.help')}</p>
        <TextInput type="date" label={t('baseline.fromDay')} data-autofocus {...form.getInputProps('fromDay')} />
        <TextInput type="date" label={t('baseline.toDay')} {...form.getInputProps('toDay')} />
        <Textarea
          label={t('baseline.note')}
          description={t('baseline.noteHelp')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </Form>
      {before && (
        <ConsequentialButton
          act={t('baseline.remove')}
          title={t('baseline.removeTitle')}
          consequence={t('baseline.removeConsequence')}
          perform={() => clear({ metricId: metric.id, version: before.version })}
          busy={clearing}
          onDone={() => finish(t('baseline.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
