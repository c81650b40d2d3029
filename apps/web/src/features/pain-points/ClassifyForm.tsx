import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { type OfPainPoint, PAIN_POINT_KINDS, STALE } from './pain-point-words.js';
import { ClassifyPainPointDocument, type PainPointKind } from './pain-points.generated.js';

/** What kind it is. What is recorded as a false highlight says why customers do not care for it. */
export function ClassifyForm({ painPoint, onDone }: OfPainPoint & { onDone: () => void }) {
  const { t } = useTranslation('painPoints');
  const [classify, busy] = useAct(ClassifyPainPointDocument, { refetch: STALE });
  const form = useForm({
    initialValues: { kind: painPoint.kind as PainPointKind, reason: painPoint.kindReason },
    validate: {
      reason: (reason, { kind }) => (kind === 'FALSE_HIGHLIGHT' && !reason.trim() ? t('classify.reasonMissing') : null),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint.version,
    save: ({ kind, reason }, version) =>
      classify({
        id: painPoint.id,
        version: version ?? painPoint.version,
        kind,
        reason: kind === 'FALSE_HIGHLIGHT' ? reason : '',
      }),
    busy,
    fields: [{ key: 'kind', label: t('field.kind'), show: (kind) => t(`kind.${kind as PainPointKind}`) }],
    saved: t('form.saved'),
    onDone,
    own: 'painPoints',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('form.save')} busy={busy} error={error} onCancel={onDone}>
        <Radio.Group label={t('field.kind')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt="xs">
            {PAIN_POINT_KINDS.map((kind) => (
              <Radio key={kind} value={kind} label={t(`kind.${kind}`)} description={t(`classify.means.${kind}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.kind === 'FALSE_HIGHLIGHT' && (
          <Textarea
            label={t('classify.reason')}
            description={t('classify.reasonHelp')}
            rows={3}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        )}
      </Form>
      {dialogs}
    </>
  );
}
