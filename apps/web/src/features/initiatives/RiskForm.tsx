import { NumberInput, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { PartFormProps } from './initiative-parts.js';
import { RISK_STATES } from './initiative-words.js';
import { RemoveRiskDocument, type RiskState, SaveRiskDocument } from './initiatives.generated.js';

export function RiskForm({ initiativeId, part, onDone }: PartFormProps<'risks'>) {
  const { t } = useTranslation('initiatives');
  const [save, busy] = useAct(SaveRiskDocument);
  const [remove, removing] = useAct(RemoveRiskDocument);
  const graded = (grade: number | string) =>
    Number(grade) >= 1 && Number(grade) <= 5 ? null : t('risks.gradeMissing');
  const form = useForm({
    initialValues: {
      text: part?.text ?? '',
      likelihood: (part?.likelihood ?? '') as number | string,
      impact: (part?.impact ?? '') as number | string,
      answer: part?.answer ?? '',
      state: (part?.state ?? 'OPEN') as RiskState,
    },
    validate: {
      text: (text) => (text.trim() ? null : t('risks.textMissing')),
      likelihood: graded,
      impact: graded,
    },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: part?.version,
    save: (values, version) =>
      save({
        initiativeId,
        seen: part && version !== undefined ? { id: part.id, version } : null,
        input: { ...values, likelihood: Number(values.likelihood), impact: Number(values.impact) },
      }),
    busy,
    fields: [
      { key: 'text', label: t('risks.text') },
      { key: 'likelihood', label: t('risks.likelihood') },
      { key: 'impact', label: t('risks.impact') },
      { key: 'answer', label: t('risks.answer') },
      { key: 'state', label: t('risks.state'), show: (state) => t(`riskState.${state as RiskState}`) },
    ],
    saved: t('risks.saved'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={part ? t('save') : t('risks.add')} busy={busy} error={error} onCancel={onDone}>
        <Textarea
          label={t('risks.text')}
          description={t('risks.textHelp')}
          rows={2}
          maxLength={1000}
          data-autofocus
          {...form.getInputProps('text')}
        />
        <NumberInput
          label={t('risks.likelihood')}
          min={1}
          max={5}
          allowDecimal={false}
          {...form.getInputProps('likelihood')}
        />
        <NumberInput label={t('risks.impact')} min={1} max={5} allowDecimal={false} {...form.getInputProps('impact')} />
        <Textarea
          label={t('risks.answer')}
          description={t('risks.answerHelp')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('answer')}
        />
        {part && (
          <Select
            label={t('risks.state')}
            allowDeselect={false}
            data={RISK_STATES.map((value) => ({ value, label: t(`riskState.${value}`) }))}
            {...form.getInputProps('state')}
          />
        )}
      </Form>
      {part && (
        <ConsequentialButton
          act={t('remove')}
          title={t('risks.removeTitle')}
          consequence={t('risks.removeText')}
          perform={() => remove({ initiativeId, seen: { id: part.id, version: part.version } })}
          busy={removing}
          onDone={() => finish(t('risks.removed'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
