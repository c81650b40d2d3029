import { ActionIcon, Checkbox, Textarea } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addBelow, addBeside, type Cause, type Causes, indent, moveDown, moveUp, outdent } from './cause-tree.js';
import classes from './PainPoints.module.css';

interface CauseRowProps {
  causes: Causes;
  index: number;
  /** With all that moves a cause about; in a chain of whys there is nothing to move. */
  tree: boolean;
  /** What this why asks about. */
  asked: string;
  onWrite: (change: Partial<Cause>) => void;
  onShape: (next: Causes, focus?: string) => void;
  onRemove: () => void;
}

/** What the arrow keys do together with Alt. */
const MOVES = { ArrowUp: moveUp, ArrowDown: moveDown, ArrowRight: indent, ArrowLeft: outdent } as const;

export function CauseRow({ causes, index, tree, asked, onWrite, onShape, onRemove }: CauseRowProps) {
  const { t } = useTranslation('painPoints');
  const cause = causes[index]!;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey && tree ? MOVES[event.key as keyof typeof MOVES] : undefined;
    if (move) {
      event.preventDefault();
      onShape(move(causes, index), cause.key);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      // Enter goes on asking why, with Ctrl beside the cause; Shift breaks the line.
      event.preventDefault();
      onShape(event.ctrlKey && tree ? addBeside(causes, index) : addBelow(causes, index));
    }
  };
  const name = cause.text || t('causes.unwritten');
  const acts = [
    { label: t('causes.act.below', { cause: name }), Icon: IconPlus, act: () => onShape(addBelow(causes, index)) },
    { label: t('causes.act.up', { cause: name }), Icon: IconArrowUp, move: moveUp },
    { label: t('causes.act.down', { cause: name }), Icon: IconArrowDown, move: moveDown },
    { label: t('causes.act.out', { cause: name }), Icon: IconIndentDecrease, move: outdent },
    { label: t('causes.act.in', { cause: name }), Icon: IconIndentIncrease, move: indent },
  ];
  return (
    <li className={classes.cause} style={{ '--depth': tree ? cause.depth : 0 } as CSSProperties}>
      <div className={cause.root ? `${classes.causeBody} ${classes.root}` : classes.causeBody}>
        <div className={classes.causeFields}>
          <Textarea
            label={tree ? t('causes.level', { level: cause.depth + 1 }) : t('causes.why', { number: index + 1 })}
            description={tree ? undefined : t('causes.whyAsked', { asked })}
            autosize
            minRows={1}
            maxLength={1000}
            data-cause={cause.key}
            value={cause.text}
            onChange={(event) => onWrite({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
          <Textarea
            size="xs"
            aria-label={t('causes.evidence', { cause: name })}
            placeholder={t('causes.evidencePlaceholder')}
            autosize
            minRows={1}
            maxLength={2000}
            value={cause.evidence}
            onChange={(event) => onWrite({ evidence: event.currentTarget.value })}
          />
          <div className={classes.causeActs}>
            <Checkbox
              size="xs"
              label={t('causes.root')}
              checked={cause.root}
              onChange={(event) => onWrite({ root: event.currentTarget.checked })}
            />
            {tree &&
              acts.map(({ label, Icon, act, move }) => {
                const next = move?.(causes, index);
                return (
                  <ActionIcon
                    key={label}
                    variant="subtle"
                    aria-label={label}
                    title={label}
                    disabled={next === causes}
                    onClick={act ?? (() => onShape(next ?? causes, cause.key))}
                  >
                    <Icon size={16} aria-hidden />
                  </ActionIcon>
                );
              })}
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('causes.act.remove', { cause: name })}
              title={t('causes.act.remove', { cause: name })}
              onClick={onRemove}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </div>
        </div>
      </div>
    </li>
  );
}
