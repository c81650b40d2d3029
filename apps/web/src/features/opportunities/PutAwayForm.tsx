import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { type OpportunityFieldsFragment, SetOpportunityStateDocument } from './opportunities.generated.js';

interface PutAwayFormProps {
  opportunity: OpportunityFieldsFragment;
  to: 'PARKED' | 'DISMISSED';
  onDone: () => void;
}

/** Parks or dismisses, and asks why: the reason stays. */
export function PutAwayForm({ opportunity, to, onDone }: PutAwayFormProps) {
  const { t } = useTranslation('opportunities');
  const [setState, busy] = useAct(SetOpportunityStateDocument, { refetch: ['OpportunityList', 'OpportunityLenses'] });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('put.reasonMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: opportunity.version,
    save: ({ reason }, version) =>
      setState({ id: opportunity.id, version: version ?? opportunity.version, state: to, reason }),
    busy,
    fields: [],
    saved: t(`put.done.${to}`),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t(`put.act.${to}`)} busy={busy} error={error} onCancel={onDone}>
        <Textarea
          label={t('put.reason')}
          description={t(`put.help.${to}`)}
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
