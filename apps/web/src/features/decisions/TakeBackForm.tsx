import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { type DecisionFieldsFragment, TakeDecisionBackDocument } from './decisions.generated.js';

interface TakeBackFormProps {
  decision: DecisionFieldsFragment;
  onDone: () => void;
}

export function TakeBackForm({ decision, onDone }: TakeBackFormProps) {
  const { t } = useTranslation('decisions');
  const [takeBack, busy] = useAct(TakeDecisionBackDocument);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('takeBack.reasonMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: decision.version,
    save: ({ reason }, version) => takeBack({ id: decision.id, version: version ?? decision.version, reason }),
    busy,
    fields: [],
    saved: t('takeBack.done'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('takeBack.act')} busy={busy} error={error} onCancel={onDone}>
        <Textarea
          label={t('takeBack.reason')}
          description={t('takeBack.help', { name: decision.deciderName })}
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
