import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { EvidenceFields } from './EvidenceFields.js';
import { evidenceInputOf, type EvidenceValues, evidenceValuesOf, type KnownEvidence } from './evidence-values.js';
import classes from './JourneyMap.module.css';
import { type MapLane, SetStageCellDocument, type StageFieldsFragment } from './journey-map.generated.js';
import type { UndoableAct } from './undo-stack.js';
import { useEvidenceFields } from './use-evidence-fields.js';

interface CellEditorProps {
  stage: StageFieldsFragment;
  lane: MapLane;
  name: string;
  onLeave: (back: boolean) => void;
  remember: (act: UndoableAct) => void;
}

type Values = { text: string } & EvidenceValues;

const same = (one: Values, other: Values): boolean =>
  one.text.trim() === other.text && JSON.stringify(evidenceInputOf(one)) === JSON.stringify(evidenceInputOf(other));

/** The text of one cell and what it rests on. Leaving both saves them; from one to the other is no leaving. */
export function CellEditor({ stage, lane, name, onLeave, remember }: CellEditorProps) {
  const { t } = useTranslation('journeys');
  const errorText = useErrorText();
  const [set, saving] = useAct(SetStageCellDocument);
  const [error, setError] = useState<AppError | null>(null);
  const evidenceFields = useEvidenceFields();
  // What stood there when the editing began: a colleague's change in between is found by its version.
  const [before] = useState(() => {
    const cell = stage.cells.find((each) => each.lane === lane);
    return { values: { text: cell?.text ?? '', ...evidenceValuesOf(cell) }, version: cell?.version ?? 0 };
  });
  const [values, setValues] = useState<Values>(before.values);
  /** On its way out: the field loses the focus to whatever opens or closes then, which is no second leaving. */
  const leaving = useRef(false);
  const write = (next: Values, version: number) =>
    set({ stageId: stage.id, lane, version, text: next.text, ...evidenceInputOf(next) });

  const save = async (next: Values, version: number, back = true): Promise<void> => {
    if (same(next, before.values) && version === before.version) return onLeave(back);
    setError(null);
    const outcome = await write(next, version);
    if (outcome.error) {
      const current = outcome.error.current as (KnownEvidence & { text?: string; version: number }) | undefined;
      const theirs = current && { ...current, ...evidenceValuesOf(current) };
      if (conflict.raise({ ...outcome.error, current: theirs }, next, before.values)) return;
      leaving.current = false;
      return setError(outcome.error);
    }
    const left = outcome.data.setStageCell.cells.find((each) => each.lane === lane);
    remember({
      on: `cell:${stage.id}:${lane}`,
      version: left?.version ?? 0,
      undo: async (seen) => {
        const undone = await write(before.values, seen);
        if (undone.error) return { error: undone.error };
        const now = undone.data.setStageCell.cells.find((each) => each.lane === lane);
        return { version: now?.version ?? 0 };
      },
    });
    onLeave(back);
  };
  const conflict = useConflict<Values>({
    busy: saving,
    save,
    fields: [{ key: 'text', label: name }, ...evidenceFields],
  });
  const leave = (back: boolean) => {
    if (leaving.current) return;
    leaving.current = true;
    void save(values, before.version, back);
  };
  const warning = useUnsavedChanges(() => !leaving.current && !same(values, before.values));

  return (
    <>
      <div
        onFocus={() => {
          leaving.current = false;
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) leave(false);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          event.stopPropagation();
          leave(true);
        }}
      >
        <Textarea
          aria-label={name}
          autosize
          minRows={3}
          autoFocus
          maxLength={4000}
          value={values.text}
          readOnly={saving}
          error={error && errorText(error).happened}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setValues((last) => ({ ...last, text }));
          }}
        />
        {values.text.trim() !== '' && (
          <EvidenceFields
            values={values}
            readOnly={saving}
            onChange={(next) => setValues((last) => ({ ...last, ...next }))}
          />
        )}
      </div>
      <span className={classes.hint}>{t('cell.hint')}</span>
      {conflict.dialog}
      {warning}
    </>
  );
}
