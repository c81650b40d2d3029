import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Effects.module.css';
import type { Effect } from './effect-words.js';
import { WithdrawEffectDocument } from './effects.generated.js';

/** What was promised stays to be read; so does why it was taken back. */
export function WithdrawForm({ effect, onDone }: { effect: Effect; onDone: () => void }) {
  const { t } = useTranslation('effects');
  const [withdraw, busy] = useAct(WithdrawEffectDocument);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('withdraw.reasonMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: effect.version,
    save: ({ reason }, version) => withdraw({ id: effect.id, version: version!, reason }),
    busy,
    fields: [],
    saved: t('withdraw.done'),
    onDone,
  });
  return (
    <>
      <p className={classes.lead}>{t('withdraw.consequence')}</p>
      <Form onSubmit={onSubmit} act={t('withdraw.act')} busy={busy} error={error} onCancel={onDone}>
        <Textarea
          label={t('withdraw.reason')}
          rows={4}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      </Form>
      {dialogs}
    </>
  );
}
