import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { asksReason, type OfPainPoint, STALE, stepName } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import { MovePainPointDocument, type PainPointState } from './pain-points.generated.js';

interface MoveFormProps extends OfPainPoint {
  to: PainPointState;
  onDone: () => void;
}

/** Takes a step, with the reason where one is asked for. */
export function MoveForm({ painPoint, to, onDone }: MoveFormProps) {
  const { t } = useTranslation('painPoints');
  const [move, busy] = useAct(MovePainPointDocument, { refetch: STALE });
  const demanded = asksReason(painPoint.state, to);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (demanded && !reason.trim() ? t('move.reasonMissing') : null) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint.version,
    save: ({ reason }, version) => move({ id: painPoint.id, version: version ?? painPoint.version, to, reason }),
    busy,
    saved: t('move.done', { state: t(`state.${to}`) }),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={t(`step.${stepName(painPoint.state, to)}`)}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <p className={classes.quiet}>{t(`steps.means.${stepName(painPoint.state, to)}`)}</p>
        <Textarea
          label={t(demanded ? 'move.reason' : 'move.reasonOptional')}
          description={t('move.reasonHelp')}
          rows={3}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      </Form>
      {dialogs}
    </>
  );
}
