import { Button } from '@mantine/core';
import { IconClockExclamation, IconPencil } from '@tabler/icons-react';
import { type HTMLAttributes, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { CellEditor } from './CellEditor.js';
import { evidenceValuesOf } from './evidence-values.js';
import { EvidenceLine } from './EvidenceLine.js';
import classes from './JourneyMap.module.css';
import { ConfirmStageCellDocument, type MapLane, type StageFieldsFragment } from './journey-map.generated.js';
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
      {cell?.text && <EvidenceLine values={evidenceValuesOf(cell)} />}
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
