import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { Joints } from './Joints.js';
import { ObjectLink } from './ObjectLink.js';
import type { TraceKind, TraceQuery } from './trace.generated.js';
import classes from './Trace.module.css';
import { type Box, BOX, boxBeside, layOut, type Line, TOGETHER } from './trace-layout.js';
import { toneOf } from './trace-words.js';
import { TraceLink } from './TraceLink.js';
import { useNodeText, useStateText } from './use-node-text.js';

interface TraceGraphProps {
  trace: TraceQuery['trace'];
  /** The place of the object that is looked at. */
  at: number;
  onAt: (place: number) => void;
}

/** From left to right what it is for, what it is, and what came of it; arrow keys walk along the lines. */
export function TraceGraph({ trace, at, onAt }: TraceGraphProps) {
  const { t } = useTranslation('trace');
  const help = useId();
  const [opened, setOpened] = useState<readonly TraceKind[]>([]);
  const layout = useMemo(() => layOut(trace.nodes, trace.edges, opened), [trace, opened]);
  const [focused, setFocused] = useState(String(at));
  const canvas = useRef<HTMLDivElement>(null);
  const chosen = layout.boxes.find(({ node }) => node === at);
  const tabbable = layout.boxes.find(({ key }) => key === focused) ?? layout.boxes[0];
  const toggle = (kind: TraceKind) =>
    setOpened((last) => (last.includes(kind) ? last.filter((each) => each !== kind) : [...last, kind]));
  const walk = (event: KeyboardEvent, box: Box) => {
    const next = boxBeside(layout, box, event.key);
    if (!next) return;
    event.preventDefault();
    setFocused(next.key);
    canvas.current?.querySelector<HTMLElement>(`[data-box="${next.key}"]`)?.focus();
  };
  useEffect(() => {
    // The thread may be wider than the window: it opens where its origin stands.
    const { current } = canvas;
    const origin = layout.boxes.find(({ node }) => node === 0);
    if (current && origin) current.scrollLeft = origin.x - (current.clientWidth - BOX.width) / 2;
    // Only when it opens: opening a group must not carry the reader away.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className={classes.graph}>
      <div className={classes.scroll} ref={canvas} role="group" aria-label={t('graph.label')} aria-describedby={help}>
        <div className={classes.canvas} style={{ width: layout.width, height: layout.height }}>
          <svg className={classes.lines} width={layout.width} height={layout.height} aria-hidden>
            {layout.lines.map((line) => (
              <path
                key={`${line.from.key} ${line.to.key}`}
                d={pathOf(line)}
                className={chosen && (line.from === chosen || line.to === chosen) ? classes.lineOf : classes.line}
              />
            ))}
          </svg>
          {layout.boxes.map((box) => (
            <UnstyledButton
              key={box.key}
              data-box={box.key}
              className={`${classes.box} ${box.node === 0 ? classes.origin : ''} ${box.node === null ? classes.group : ''}`}
              style={{ left: box.x, top: box.y, width: BOX.width, height: BOX.height }}
              tabIndex={box === tabbable ? 0 : -1}
              aria-pressed={box.node === null ? undefined : box.node === at}
              aria-expanded={box.node === null ? false : undefined}
              onFocus={() => setFocused(box.key)}
              onKeyDown={(event) => walk(event, box)}
              onClick={() => (box.node === null ? toggle(box.kind) : onAt(box.node))}
            >
              <BoxText box={box} trace={trace} />
            </UnstyledButton>
          ))}
        </div>
      </div>
      <p id={help} className={classes.quiet}>
        {t('graph.help')}{' '}
        {opened.map((kind) => (
          <UnstyledButton key={kind} className={classes.close} onClick={() => toggle(kind)}>
            {t('graph.close', { kind: t(`kind.${kind}`), count: TOGETHER })}
          </UnstyledButton>
        ))}
      </p>
      <Looked trace={trace} place={at} />
    </div>
  );
}

function BoxText({ box, trace }: { box: Box; trace: TraceQuery['trace'] }) {
  const { t } = useTranslation('trace');
  const nodeText = useNodeText();
  const stateText = useStateText();
  const node = box.node === null ? undefined : trace.nodes[box.node];
  if (!node)
    return (
      <span className={classes.boxName}>{t('graph.group', { kind: t(`kind.${box.kind}`), count: box.holds })}</span>
    );
  const state = stateText(node);
  return (
    <>
      <span className={classes.boxKind}>
        {t(`kind.${node.kind}`)}
        {state && ` · ${state}`}
      </span>
      <span className={classes.boxName}>{nodeText(node)}</span>
    </>
  );
}

/** The object that was chosen: what it is called in full, where it stands, how it is joined, and where it is worked on. */
function Looked({ trace, place }: { trace: TraceQuery['trace']; place: number }) {
  const { t } = useTranslation('trace');
  const nodeText = useNodeText();
  const stateText = useStateText();
  const node = trace.nodes[place] ?? trace.nodes[0];
  if (!node) return null;
  const state = stateText(node);
  const name = nodeText(node);
  return (
    <section className="ts-card" aria-live="polite" aria-label={t('graph.looked')}>
      <p className={classes.boxKind}>{t(`kind.${node.kind}`)}</p>
      <h2 className={classes.partTitle}>
        {node.id ? (
          <ObjectLink kind={node.kind} id={node.id} pageId={node.pageId}>
            {name}
          </ObjectLink>
        ) : (
          name
        )}
      </h2>
      <div className={classes.item}>
        {state && <StatusBadge tone={toneOf(node.state ?? '')}>{state}</StatusBadge>}
        {node.facts?.partOf && <span className={classes.quiet}>{node.facts.partOf}</span>}
        {node.facts?.chosenOption && (
          <span className={classes.quiet}>{t('chosen', { option: node.facts.chosenOption })}</span>
        )}
        {node.id && place !== 0 && <TraceLink kind={node.kind} id={node.id} small name={name} />}
      </div>
      <Joints trace={trace} place={place} />
    </section>
  );
}

/** From the right side of one box to the left side of the other; within a column round the side. */
function pathOf({ from, to }: Line): string {
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  if (from.column === to.column) {
    const x = from.x + BOX.width;
    const bow = x + BOX.across / 2;
    return `M${x},${y1} C${bow},${y1} ${bow},${y2} ${x},${y2}`;
  }
  const [left, right] = from.column < to.column ? [from, to] : [to, from];
  const [x1, x2] = [left.x + BOX.width, right.x];
  const bend = Math.min(BOX.across, (x2 - x1) / 2);
  const [a, b] = [left.y + BOX.height / 2, right.y + BOX.height / 2];
  return `M${x1},${a} C${x1 + bend},${a} ${x2 - bend},${b} ${x2},${b}`;
}
