import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { type Outcome, useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { Form } from '../../ui/Form.js';
import { useConflict } from '../../ui/use-conflict.js';
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
  const { t: words } = useTranslation();
  const stage = stages.find(({ id }) => id === stageId);
  const [add, adding] = useAct(AddJourneyStageDocument);
  const [update, updating] = useAct(UpdateJourneyStageDocument);
  const [move, moving] = useAct(MoveJourneyStageDocument);
  const [remove, removing] = useAct(RemoveJourneyStageDocument);
  const [confirm, confirmation] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const [before] = useState<Values>({ name: stage?.name ?? '', lifecycle: stage?.lifecycle ?? null });
  const [values, setValues] = useState(before);
  const [missing, setMissing] = useState(false);

  const versionIn = (map: { stages: StageFieldsFragment[] }) =>
    map.stages.find(({ id }) => id === stageId)?.version ?? 0;
  const undone = <Data,>(outcome: Outcome<Data>, map: (data: Data) => { stages: StageFieldsFragment[] }): Undone =>
    outcome.error ? { error: outcome.error } : { version: versionIn(map(outcome.data)) };

  const save = async (next: Values, version: number | undefined): Promise<void> => {
    setError(null);
    if (!next.name.trim()) return setMissing(true);
    if (version === undefined) {
      const outcome = await add({ journeyId, ...next });
      return outcome.error ? setError(outcome.error) : onClose();
    }
    const outcome = await update({ id: stageId, version, ...next });
    if (outcome.error) {
      if (!conflict.raise(outcome.error, next, before)) setError(outcome.error);
      return;
    }
    remember({
      on: `stage:${stageId}`,
      version: versionIn(outcome.data.updateJourneyStage),
      undo: async (seen) =>
        undone(await update({ id: stageId, version: seen, ...before }), (data) => data.updateJourneyStage),
    });
    onClose();
  };
  const conflict = useConflict<Values>({
    busy: updating,
    save,
    fields: [
      { key: 'name', label: t('stage.name') },
      {
        key: 'lifecycle',
        label: t('form.lifecycle'),
        show: (value) => (value ? t(`lifecycle.${value as LifecycleStage}`) : ''),
      },
    ],
  });
  const moveBy = async (step: number) => {
    if (!stage) return;
    const outcome = await move({ id: stageId, version: stage.version, position: stage.position + step });
    if (outcome.error) return setError(outcome.error);
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
    return outcome.error ? setError(outcome.error) : onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={stage ? t('stage.edit', { name: stage.name }) : t('stage.add')}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save(values, stage?.version);
        }}
        act={t(stage ? 'save' : 'stage.add')}
        busy={adding || updating}
        error={error}
        onCancel={onClose}
      >
        <TextInput
          label={t('stage.name')}
          data-autofocus
          value={values.name}
          error={missing && !values.name.trim() && t('nameMissing')}
          maxLength={200}
          onChange={(event) => {
            const name = event.currentTarget.value;
            setValues((last) => ({ ...last, name }));
          }}
        />
        <Select
          label={t('form.lifecycle')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.nothing') }}
          data={lifecycleStages.map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
          value={values.lifecycle}
          onChange={(lifecycle) =>
            setValues((last) => ({ ...last, lifecycle: lifecycleStages.find((each) => each === lifecycle) ?? null }))
          }
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
      {conflict.dialog}
    </Modal>
  );
}
