import { Button, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Outcome, useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { Form } from '../../ui/Form.js';
import { FormDialog } from '../../ui/FormDialog.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  AddJourneyStageDocument,
  type LifecycleStage,
  MoveJourneyStageDocument,
  RemoveJourneyStageDocument,
  type StageFieldsFragment,
  UpdateJourneyStageDocument,
} from './journey-map.generated.js';
import { lifecycleStages } from './map-words.js';
import type { UndoableAct, Undone } from './undo-stack.js';

interface StageDialogProps {
  journeyId: string;
  stages: StageFieldsFragment[];
  /** A stage's id, or `new`. */
  stageId: string;
  remember: (act: UndoableAct) => void;
  onClose: () => void;
}

interface Values {
  name: string;
  lifecycle: LifecycleStage | null;
}

/** Names, moves and removes one column of the map, or adds one. */
export function StageDialog({ journeyId, stages, stageId, remember, onClose }: StageDialogProps) {
  const { t } = useTranslation('journeys');
  const stage = stages.find(({ id }) => id === stageId);
  const [add, adding] = useAct(AddJourneyStageDocument);
  const [update, updating] = useAct(UpdateJourneyStageDocument);
  const [move, moving] = useAct(MoveJourneyStageDocument);
  const [remove, removing] = useAct(RemoveJourneyStageDocument);
  const [confirm, confirmation] = useConfirm();
  const form = useForm<Values>({
    initialValues: { name: stage?.name ?? '', lifecycle: stage?.lifecycle ?? null },
    validate: { name: (name) => (name.trim() ? null : t('nameMissing')) },
  });

  const versionIn = (map: { stages: StageFieldsFragment[] }) =>
    map.stages.find(({ id }) => id === stageId)?.version ?? 0;
  const undone = <Data,>(outcome: Outcome<Data>, map: (data: Data) => { stages: StageFieldsFragment[] }): Undone =>
    outcome.error ? { error: outcome.error } : { version: versionIn(map(outcome.data)) };

  const { onSubmit, error, refuse, dialogs } = useObjectForm({
    form,
    version: stage?.version,
    save: async (values, version) => {
      if (version === undefined) return add({ journeyId, ...values });
      const before = form.getInitialValues();
      const outcome = await update({ id: stageId, version, ...values });
      if (outcome.data) {
        remember({
          on: `stage:${stageId}`,
          version: versionIn(outcome.data.updateJourneyStage),
          undo: async (seen) =>
            undone(await update({ id: stageId, version: seen, ...before }), (data) => data.updateJourneyStage),
        });
      }
      return outcome;
    },
    busy: updating,
    fields: [
      { key: 'name', label: t('stage.name') },
      {
        key: 'lifecycle',
        label: t('form.lifecycle'),
        show: (value) => (value ? t(`lifecycle.${value as LifecycleStage}`) : ''),
      },
    ],
    onDone: onClose,
  });
  const moveBy = async (step: number) => {
    if (!stage) return;
    const outcome = await move({ id: stageId, version: stage.version, position: stage.position + step });
    if (outcome.error) return refuse(outcome.error);
    remember({
      on: `stage:${stageId}`,
      version: versionIn(outcome.data.moveJourneyStage),
      undo: async (seen) =>
        undone(await move({ id: stageId, version: seen, position: stage.position }), (data) => data.moveJourneyStage),
    });
  };
  const askToRemove = async () => {
    if (!stage) return;
    const yes = await confirm({
      title: t('stage.removeTitle', { name: stage.name }),
      consequence: t('stage.removeConsequence', {
        cells: stage.cells.filter(({ text }) => text).length,
        touchpoints: stage.placements.length,
      }),
      act: t('stage.remove'),
    });
    if (!yes) return;
    const outcome = await remove({ id: stageId, version: stage.version });
    return outcome.error ? refuse(outcome.error) : onClose();
  };

  return (
    <FormDialog
      title={stage ? t('stage.edit', { name: stage.name }) : t('stage.add')}
      unsaved={form.isDirty()}
      onClose={onClose}
    >
      {(close) => (
        <>
          <Form
            onSubmit={onSubmit}
            act={t(stage ? 'save' : 'stage.add')}
            busy={adding || updating}
            error={error}
            onCancel={close}
          >
            <TextInput label={t('stage.name')} data-autofocus maxLength={200} {...form.getInputProps('name')} />
            <Select
              label={t('form.lifecycle')}
              clearable
              clearButtonProps={{ 'aria-label': t('form.nothing') }}
              data={lifecycleStages.map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
              {...form.getInputProps('lifecycle')}
            />
          </Form>
          {stage && (
            <Group mt="lg" justify="space-between">
              <Group gap="xs">
                <Button
                  variant="default"
                  disabled={stage.position === 0 || moving}
                  leftSection={<IconArrowLeft size={16} aria-hidden />}
                  onClick={() => void moveBy(-1)}
                >
                  {t('stage.earlier')}
                </Button>
                <Button
                  variant="default"
                  disabled={stage.position === stages.length - 1 || moving}
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => void moveBy(1)}
                >
                  {t('stage.later')}
                </Button>
              </Group>
              <Button color="red" variant="outline" loading={removing} onClick={() => void askToRemove()}>
                {t('stage.remove')}
              </Button>
            </Group>
          )}
          {confirmation}
          {dialogs}
        </>
      )}
    </FormDialog>
  );
}
