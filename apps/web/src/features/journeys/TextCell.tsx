import { Button, Textarea } from '@mantine/core';
import { IconClockExclamation, IconPencil } from '@tabler/icons-react';
import { type HTMLAttributes, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import classes from './JourneyMap.module.css';
import {
  ConfirmStageCellDocument,
  type MapLane,
  SetStageCellDocument,
  type StageFieldsFragment,
} from './journey-map.generated.js';
import type { UndoableAct } from './undo-stack.js';

interface TextCellProps {
  stage: StageFieldsFragment;
  lane: MapLane;
  editable: boolean;
  editing: boolean;
  where: HTMLAttributes<HTMLDivElement> & { 'data-place': string };
  /** The names of others who write here at this moment. */
  writers: string[];
  onOpen: () => void;
  /** `back` where the focus goes back to the cell. */
  onLeave: (back: boolean) => void;
  remember: (act: UndoableAct) => void;
}

/** One text of the map. Leaving it saves it, whichever way one leaves; whoever regrets takes it back. */
export function TextCell({ stage, lane, editable, editing, where, writers, onOpen, onLeave, remember }: TextCellProps) {
  const { t } = useTranslation('journeys');
  const cell = stage.cells.find((each) => each.lane === lane);
  const [confirm, confirming] = useAct(ConfirmStageCellDocument);
  const [error, setError] = useState<AppError | null>(null);
  const name = t('cell.of', { lane: t(`lane.${lane}`), stage: stage.name });
  const errorText = useErrorText();
  const { list } = useFormats();

  const company = writers.length > 0 && (
    <span className={classes.writing}>
      <IconPencil size={12} aria-hidden /> {t('presence.writesHere', { names: list(writers) })}
    </span>
  );
  if (editing) {
    return (
      <div role="gridcell" className={classes.cell} data-writing={writers.length > 0 || undefined}>
        {company}
        <CellEditor stage={stage} lane={lane} name={name} onLeave={onLeave} remember={remember} />
      </div>
    );
  }
  const stillHolds = async () => {
    if (!cell) return;
    setError((await confirm({ stageId: stage.id, lane, version: cell.version })).error ?? null);
  };
  return (
    <div
      role="gridcell"
      className={`${classes.cell} ${editable ? classes.openable : ''}`}
      data-writing={writers.length > 0 || undefined}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button')) onOpen();
      }}
      {...where}
    >
      {company}
      {cell?.text ? <p className={classes.text}>{cell.text}</p> : <span className={classes.blank} aria-hidden />}
      {cell?.stale && (
        <div className={classes.stale}>
          <IconClockExclamation size={14} aria-hidden /> {t('cell.stale')}
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={confirming}
              aria-label={t('cell.confirmNamed', { name })}
              onClick={() => void stillHolds()}
            >
              {t('cell.confirm')}
            </Button>
          )}
        </div>
      )}
      {error && <p role="alert">{errorText(error).happened}</p>}
    </div>
  );
}

function CellEditor({
  stage,
  lane,
  name,
  onLeave,
  remember,
}: Pick<TextCellProps, 'stage' | 'lane' | 'onLeave' | 'remember'> & { name: string }) {
  const { t } = useTranslation('journeys');
  const errorText = useErrorText();
  const [set, saving] = useAct(SetStageCellDocument);
  const [error, setError] = useState<AppError | null>(null);
  // What stood there when the editing began: a colleague's change in between is found by its version.
  const [before] = useState(() => {
    const cell = stage.cells.find((each) => each.lane === lane);
    return { text: cell?.text ?? '', evidence: cell?.evidence ?? null, version: cell?.version ?? 0 };
  });
  const [text, setText] = useState(before.text);
  /** On its way out: the field loses the focus to whatever opens or closes then, which is no second leaving. */
  const leaving = useRef(false);
  const write = (next: string, evidence: string | null, version: number) =>
    set({ stageId: stage.id, lane, version, text: next, evidence });

  const save = async (values: { text: string }, version: number, back = true): Promise<void> => {
    if (values.text.trim() === before.text && version === before.version) return onLeave(back);
    setError(null);
    const outcome = await write(values.text, before.evidence, version);
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, { text: before.text })) return;
      leaving.current = false;
      return setError(outcome.error);
    }
    const left = outcome.data.setStageCell.cells.find((each) => each.lane === lane);
    remember({
      on: `cell:${stage.id}:${lane}`,
      version: left?.version ?? 0,
      undo: async (seen) => {
        const undone = await write(before.text, before.evidence, seen);
        if (undone.error) return { error: undone.error };
        const now = undone.data.setStageCell.cells.find((each) => each.lane === lane);
        return { version: now?.version ?? 0 };
      },
    });
    onLeave(back);
  };
  const conflict = useConflict<{ text: string }>({
    busy: saving,
    save,
    fields: [{ key: 'text', label: name }],
  });
  const leave = (back: boolean) => {
    if (leaving.current) return;
    leaving.current = true;
    void save({ text }, before.version, back);
  };
  const warning = useUnsavedChanges(() => !leaving.current && text.trim() !== before.text);

  return (
    <>
      <Textarea
        aria-label={name}
        autosize
        minRows={3}
        autoFocus
        maxLength={4000}
        value={text}
        readOnly={saving}
        error={error && errorText(error).happened}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={() => {
          leaving.current = false;
        }}
        onBlur={() => leave(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          event.stopPropagation();
          leave(true);
        }}
      />
      <span className={classes.hint}>{t('cell.hint')}</span>
      {conflict.dialog}
      {warning}
    </>
  );
}
