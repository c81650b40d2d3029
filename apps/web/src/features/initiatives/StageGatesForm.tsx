import { Checkbox, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { GATED_STAGES } from './initiative-words.js';
import { type GatedStage, SetStageGatesDocument } from './initiatives.generated.js';

/** Which stages nobody enters here without a decision. */
export function StageGatesForm({ gates, onDone }: { gates: readonly GatedStage[]; onDone: () => void }) {
  const { t } = useTranslation('initiatives');
  const [set, busy] = useAct(SetStageGatesDocument, { refetch: ['StageGates', 'InitiativeList'] });
  const form = useForm({ initialValues: { stages: [...gates] as string[] } });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: ({ stages }) => set({ stages: stages as GatedStage[] }),
    busy,
    fields: [],
    saved: t('gates.saved'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} error={error} onCancel={onDone}>
        <Checkbox.Group label={t('gates.label')} description={t('gates.help')} {...form.getInputProps('stages')}>
          <Stack gap="xs" mt="xs">
            {GATED_STAGES.map((stage) => (
              <Checkbox key={stage} value={stage} label={t(`stage.${stage}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Form>
      {dialogs}
    </>
  );
}
