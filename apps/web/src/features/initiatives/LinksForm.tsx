import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { PainPointsField, TouchpointsField } from '../choices/index.js';
import { GapsField } from './GapsField.js';
import { inputOf } from './initiative-input.js';
import { type InitiativePageFieldsFragment, UpdateInitiativeDocument } from './initiatives.generated.js';

interface LinksFormProps {
  initiative: InitiativePageFieldsFragment;
  onDone: () => void;
}

/** What an initiative answers and what it changes: pain points, touchpoints and gaps of an assessment. */
export function LinksForm({ initiative, onDone }: LinksFormProps) {
  const { t } = useTranslation('initiatives');
  const [update, busy] = useAct(UpdateInitiativeDocument);
  const form = useForm({
    initialValues: {
      painPointIds: initiative.painPoints.map(({ id }) => id),
      touchpointIds: initiative.touchpoints.map(({ id }) => id),
      gaps: initiative.gaps.map(({ assessmentId, nodeId, targetLevel }) => ({
        assessmentId,
        nodeId,
        targetLevel: targetLevel ?? null,
      })),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: initiative.version,
    save: (links, version) =>
      update({
        id: initiative.id,
        version: version ?? initiative.version,
        input: { ...inputOf(initiative), ...links },
      }),
    busy,
    fields: [],
    saved: t('saved'),
    onDone,
    own: 'initiatives',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} error={error} onCancel={onDone}>
        <PainPointsField
          label={t('links.painPoints')}
          description={t('links.painPointsHelp')}
          known={initiative.painPoints}
          {...form.getInputProps('painPointIds')}
        />
        <TouchpointsField
          label={t('links.touchpoints')}
          description={t('links.touchpointsHelp')}
          known={initiative.touchpoints}
          {...form.getInputProps('touchpointIds')}
        />
        <GapsField
          known={initiative.gaps}
          value={form.values.gaps}
          onChange={(gaps) => form.setFieldValue('gaps', gaps)}
        />
      </Form>
      {dialogs}
    </>
  );
}
