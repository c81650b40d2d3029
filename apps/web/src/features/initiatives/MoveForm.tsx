import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { Conditions } from './Conditions.js';
import { EnterInitiativeStageDocument } from './initiatives.generated.js';
import type { OpenPanel } from './routes.js';
import { asksReason, type Condition, inTheWay, type Step, useConditionText } from './use-condition-text.js';

interface MoveFormProps {
  initiative: { id: string; version: number };
  step: Step;
  /** Opens what is missing, where the form stands on the page of the initiative. */
  open?: OpenPanel;
  onDone: () => void;
  /** Somebody else moved it meanwhile: read anew. */
  onStale: () => void;
}

/** Says what a stage still needs; where nothing is in the way, takes the step. */
export function MoveForm({ initiative, step, open, onDone, onStale }: MoveFormProps) {
  const { t } = useTranslation('initiatives');
  const say = useConditionText();
  const [enter, busy] = useAct(EnterInitiativeStageDocument, { refetch: ['InitiativeList', 'InitiativeEffects'] });
  const [error, setError] = useState<AppError | null>(null);
  const launches = step.to === 'LAUNCHED';
  const form = useForm({
    initialValues: { reason: '', launchedOn: '' },
    validate: {
      reason: (reason) => (asksReason(step) && !reason.trim() ? t('move.reasonMissing') : null),
      launchedOn: (day) => (launches && !day ? t('move.dayMissing') : null),
    },
  });
  const blocking = inTheWay(step);
  if (blocking.length > 0)
    return (
      <>
        <p>{t('move.blocked', { count: blocking.length })}</p>
        <Conditions conditions={blocking} to={step.to} open={open} />
        {!open && (
          <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: initiative.id }} size="sm">
            {t('move.toPage')}
          </AppLink>
        )}
      </>
    );
  const submit = async ({ reason, launchedOn }: typeof form.values) => {
    setError(null);
    const { id, version } = initiative;
    const outcome = await enter({ id, version, to: step.to, reason, launchedOn: launches ? launchedOn : null });
    if (outcome.error) {
      if (outcome.error.code === 'CONFLICT') onStale();
      return setError(inWords(outcome.error, say));
    }
    notifyDone(t('move.done', { stage: t(`stage.${step.to}`) }));
    onDone();
  };
  return (
    <Form
      onSubmit={form.onSubmit((values) => void submit(values))}
      act={t('move.act', { stage: t(`stage.${step.to}`) })}
      busy={busy}
      error={error}
      onCancel={onDone}
    >
      {launches && (
        <TextInput
          type="date"
          label={t('field.launchedOn')}
          description={t('move.dayHelp')}
          data-autofocus
          {...form.getInputProps('launchedOn')}
        />
      )}
      <Textarea
        label={asksReason(step) ? t('move.reason') : t('move.reasonOptional')}
        description={t('move.reasonHelp')}
        rows={3}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}

/** The refusal of a step names its conditions by the same codes as the step itself. */
function inWords(error: AppError, say: (condition: Condition) => string): AppError {
  if (error.code !== 'VALIDATION' || !error.fields?.length) return error;
  const conditions = error.fields.map(({ code, message, params }) => ({
    code,
    remedy: message ?? '',
    params: params ?? {},
  }));
  return { ...error, message: conditions.map(say).join(' ') };
}
