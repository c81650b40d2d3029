import { stageEmotion } from '@touchstone/domain';
import { type CSSProperties, Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './JourneyMap.module.css';
import type { StageFieldsFragment } from './journey-map.generated.js';
import { isTextLane, type Lane, lanes } from './map-words.js';
import { MetricLines } from './MetricLines.js';
import { type MetricsOf, targetsMet } from './metrics-of.js';
import { TextCell } from './TextCell.js';
import { TouchpointCell } from './TouchpointCell.js';
import type { UndoableAct } from './undo-stack.js';

interface MapGridProps {
  label: string;
  stages: StageFieldsFragment[];
  editable: boolean;
  remember: (act: UndoableAct) => void;
  onStage: (id: string) => void;
  onTouchpoints: (stageId: string) => void;
  onNumbers: (stageId: string) => void;
  metricsOf: MetricsOf;
  /** Who else writes in a cell at this moment. */
  writersIn: (cell: string) => string[];
  /** The cell in which the reader writes, or none. */
  onWriting: (cell: string | null) => void;
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Stages across, lanes down. One cell at a time takes the focus; arrows walk, Enter opens. */
export function MapGrid(props: MapGridProps) {
  const { label, stages, editable, remember, onStage, onTouchpoints, onNumbers, metricsOf } = props;
  const { writersIn, onWriting } = props;
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<readonly [row: number, column: number]>([1, 0]);
  const [editing, setEditing] = useState<string | null>(null);
  const column = Math.min(at[1], stages.length - 1);
  /** Where the focus goes when the field is gone and its cell is there again, which may take longer than a frame. */
  const backTo = useRef<readonly [row: number, column: number] | null>(null);

  const focus = (row: number, to: number) => {
    setAt([row, to]);
    grid.current?.querySelector<HTMLElement>(`[data-place="${row}:${to}"]`)?.focus();
  };
  useEffect(() => {
    onWriting(editing);
    if (editing !== null || !backTo.current) return;
    const [row, col] = backTo.current;
    backTo.current = null;
    grid.current?.querySelector<HTMLElement>(`[data-place="${row}:${col}"]`)?.focus();
  }, [editing, onWriting]);
  const open = (stage: StageFieldsFragment, lane: Lane | null) => {
    if (!lane) return editable && onStage(stage.id);
    if (lane === 'METRICS') return onNumbers(stage.id);
    if (!isTextLane(lane)) return onTouchpoints(stage.id);
    if (editable) setEditing(`${stage.id}:${lane}`);
  };
  const walk = (event: KeyboardEvent, row: number, col: number, stage: StageFieldsFragment, lane: Lane | null) => {
    if (event.target !== event.currentTarget) return;
    const step = STEPS[event.key];
    const jump = { Home: [row, 0], End: [row, stages.length - 1] }[event.key];
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      open(stage, lane);
    } else if (step || jump) {
      event.preventDefault();
      const [nextRow = row, nextCol = col] = jump ?? [row + (step?.[0] ?? 0), col + (step?.[1] ?? 0)];
      focus(Math.min(Math.max(nextRow, 0), lanes.length), Math.min(Math.max(nextCol, 0), stages.length - 1));
    }
  };
  const place = (row: number, col: number, stage: StageFieldsFragment, lane: Lane | null) => ({
    'data-place': `${row}:${col}`,
    tabIndex: at[0] === row && column === col ? 0 : -1,
    onFocus: () => setAt([row, col]),
    onKeyDown: (event: KeyboardEvent) => walk(event, row, col, stage, lane),
  });

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      className={classes.grid}
      style={{ '--stages': stages.length } as CSSProperties}
      aria-rowcount={lanes.length + 1}
      aria-colcount={stages.length + 1}
    >
      <div role="row" className={classes.row}>
        <div role="columnheader" className={classes.corner}>
          <span className="ts-visually-hidden">{t('map.lane')}</span>
        </div>
        {stages.map((stage, col) => (
          <div
            key={stage.id}
            role="columnheader"
            className={`${classes.stage} ${editable ? classes.openable : ''}`}
            onClick={() => open(stage, null)}
            aria-haspopup={editable ? 'dialog' : undefined}
            {...place(0, col, stage, null)}
          >
            <span>{stage.name}</span>
            {stage.lifecycle && <span className={classes.lifecycle}>{t(`lifecycle.${stage.lifecycle}`)}</span>}
          </div>
        ))}
      </div>
      {lanes.map((lane, index) => (
        <Fragment key={lane}>
          <div role="row" className={classes.row} data-lane={lane}>
            <div role="rowheader" className={classes.lane}>
              {t(`lane.${lane}`)}
            </div>
            {stages.map((stage, col) => {
              const where = place(index + 1, col, stage, lane);
              if (isTextLane(lane)) {
                const key = `${stage.id}:${lane}`;
                return (
                  <TextCell
                    key={stage.id}
                    stage={stage}
                    lane={lane}
                    editable={editable}
                    editing={editing === key}
                    where={where}
                    writers={writersIn(key)}
                    onOpen={() => open(stage, lane)}
                    onLeave={(back) => {
                      if (back) backTo.current = [index + 1, col];
                      setEditing((last) => (last === key ? null : last));
                    }}
                    remember={remember}
                  />
                );
              }
              if (lane === 'TOUCHPOINTS') {
                return (
                  <TouchpointCell
                    key={stage.id}
                    placements={stage.placements}
                    metricsOf={metricsOf}
                    editable={editable}
                    where={where}
                    onOpen={() => open(stage, lane)}
                  />
                );
              }
              if (lane === 'METRICS') {
                const own = metricsOf(stage.metricIds);
                const { met, judged } = targetsMet([
                  ...own,
                  ...metricsOf(stage.placements.flatMap(({ metricIds }) => metricIds)),
                ]);
                return (
                  <div
                    key={stage.id}
                    role="gridcell"
                    className={`${classes.cell} ${classes.openable}`}
                    onClick={() => open(stage, lane)}
                    {...where}
                  >
                    <span className={classes.quiet}>
                      {judged > 0 ? t('metric.met', { met, judged }) : t('metric.noTargets')}
                    </span>
                    <MetricLines metrics={own} label={t('metric.of', { name: stage.name })} />
                  </div>
                );
              }
              const emotion = stageEmotion(
                stage.placements.map((placement) => ({ emotion: placement.emotion ?? null })),
              );
              const known = stage.placements.filter((placement) => placement.emotion !== null).length;
              return (
                <div
                  key={stage.id}
                  role="gridcell"
                  className={`${classes.cell} ${classes.openable}`}
                  onClick={() => open(stage, lane)}
                  {...where}
                >
                  {emotion === null ? (
                    <span className={classes.blank}>{t('emotion.unknown')}</span>
                  ) : (
                    <>
                      <strong>{number(emotion, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })}</strong>{' '}
                      <span className={classes.quiet}>
                        {t('emotion.known', { known, count: stage.placements.length })}
                      </span>
                    </>
                  )}
                </div>
              );
            })}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
