import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { Round } from './ranking-words.js';
import { CallOffRankingRoundDocument } from './ranking.generated.js';

export function CallOffForm({ round, onDone }: { round: Round; onDone: () => void }) {
  const { t } = useTranslation('ranking');
  const [callOff, busy] = useAct(CallOffRankingRoundDocument, { refetch: ['RankingPage', 'RankingList'] });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('callOff.reasonMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: round.version,
    save: ({ reason }, version) => callOff({ id: round.id, version: version ?? round.version, reason }),
    busy,
    saved: t('callOff.done'),
    onDone,
    own: 'ranking',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('callOff.act')} busy={busy} error={error} onCancel={onDone}>
        <Textarea
          label={t('callOff.reason')}
          description={t('callOff.help')}
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
