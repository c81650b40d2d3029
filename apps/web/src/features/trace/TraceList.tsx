import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { usePrinting } from '../../ui/use-printing.js';
import { Joints } from './Joints.js';
import { ObjectLink } from './ObjectLink.js';
import type { TraceQuery } from './trace.generated.js';
import classes from './Trace.module.css';
import { KINDS, toneOf } from './trace-words.js';
import { useNodeText, useStateText } from './use-node-text.js';

const AT_ONCE = 12;

/** The thread as a tree of headings: what it is for, the object itself, what came of it; each by kind, with its joints. */
export function TraceList({ trace }: { trace: TraceQuery['trace'] }) {
  const { t } = useTranslation('trace');
  const places = trace.nodes.map((_, place) => place);
  const of = (way: number) => places.filter((place) => Math.sign(trace.nodes[place]?.distance ?? 0) === way);
  return (
    <div className={classes.list}>
      <Part title={t('list.up')} trace={trace} places={of(-1)} empty={t('list.nothingUp')} />
      <Part title={t('list.here')} trace={trace} places={[0]} />
      <Part title={t('list.down')} trace={trace} places={of(1)} empty={t('list.nothingDown')} />
    </div>
  );
}

interface PartProps {
  title: string;
  trace: TraceQuery['trace'];
  places: readonly number[];
  empty?: string;
}

function Part({ title, trace, places, empty }: PartProps) {
  const id = useId();
  return (
    <section className="ts-card" aria-labelledby={id}>
      <h2 id={id} className={classes.partTitle}>
        {title}
      </h2>
      {places.length === 0 && <p className={classes.quiet}>{empty}</p>}
      {KINDS.map((kind) => {
        const own = places.filter((place) => trace.nodes[place]?.kind === kind);
        return own.length > 0 && <OfKind key={kind} kind={kind} trace={trace} places={own} />;
      })}
    </section>
  );
}

function OfKind({ kind, trace, places }: Omit<PartProps, 'title'> & { kind: (typeof KINDS)[number] }) {
  const { t } = useTranslation('trace');
  const printing = usePrinting();
  const [open, setOpen] = useState(false);
  const nodeText = useNodeText();
  const stateText = useStateText();
  // On paper nothing can be opened any more.
  const shown = open || printing ? places : places.slice(0, AT_ONCE);
  return (
    <>
      <h3 className={classes.kindTitle}>{t('count', { kind: t(`kind.${kind}`), count: places.length })}</h3>
      <ul className={classes.items}>
        {shown.map((place) => {
          const node = trace.nodes[place];
          if (!node) return null;
          const state = stateText(node);
          const name = nodeText(node);
          return (
            <li key={place}>
              <div className={classes.item}>
                {node.id ? (
                  <ObjectLink kind={node.kind} id={node.id} pageId={node.pageId}>
                    {name}
                  </ObjectLink>
                ) : (
                  <span className={classes.quiet}>{name}</span>
                )}
                {state && <StatusBadge tone={toneOf(node.state ?? '')}>{state}</StatusBadge>}
                {node.facts?.partOf && <span className={classes.quiet}>{node.facts.partOf}</span>}
              </div>
              <Joints trace={trace} place={place} />
            </li>
          );
        })}
      </ul>
      {shown.length < places.length && (
        <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
          {t('list.showAll', { count: places.length - shown.length })}
        </Button>
      )}
    </>
  );
}
