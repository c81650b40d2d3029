import { useApolloClient } from '@apollo/client/react';
import { Modal, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { Period } from './owner-timeline.js';
import { EndOwnershipDocument, type OwnersOfTouchpointFragment } from './ownership.generated.js';

interface EndDialogProps {
  touchpoint: OwnersOfTouchpointFragment;
  periodId: string | undefined;
  onClose: () => void;
}

/** Sets, moves or takes away the end of a period. */
export function EndDialog({ touchpoint, periodId, onClose }: EndDialogProps) {
  const { t } = useTranslation('ownership');
  const { t: shared } = useTranslation();
  const period = touchpoint.ownership.find(({ id }) => id === periodId);
  return (
    <Modal
      opened={period !== undefined}
      onClose={onClose}
      title={period && t('end.title', { team: period.teamName })}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {period && <EndForm key={period.id} period={period} onClose={onClose} />}
    </Modal>
  );
}

function EndForm({ period, onClose }: { period: Period; onClose: () => void }) {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const client = useApolloClient();
  const [end, busy] = useAct(EndOwnershipDocument);
  const form = useForm({
    initialValues: { validTo: period.validTo ?? '' },
    validate: { validTo: (value) => (value && value <= period.validFrom ? t('assign.endTooEarly') : null) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    // A period has no version: what was seen of it is its end.
    version: undefined,
    save: async ({ validTo }) => {
      const outcome = await end({ id: period.id, validTo: validTo || null, seen: period.validTo });
      // The end as it stands now is shown, and is what the next try has seen.
      if (outcome.error?.code === 'CONFLICT') await client.refetchQueries({ include: ['TouchpointPage'] });
      return outcome;
    },
    busy,
    saved: t('end.done'),
    onDone: onClose,
  });
  return (
    <Form onSubmit={onSubmit} act={t('end.act')} busy={busy} error={error} onCancel={onClose} aria-label={t('end.act')}>
      <Text size="sm">
        {t('end.about', {
          part: t(`responsibility.${period.responsibility}`),
          day: date(period.validFrom),
          open: period.validTo ? 'no' : 'yes',
          to: period.validTo ? date(period.validTo) : '',
        })}
      </Text>
      <TextInput
        type="date"
        label={t('end.day')}
        description={period.responsibility === 'ACCOUNTABLE' ? t('end.helpAccountable') : t('assign.toHelp')}
        {...form.getInputProps('validTo')}
      />
      {dialogs}
    </Form>
  );
}
