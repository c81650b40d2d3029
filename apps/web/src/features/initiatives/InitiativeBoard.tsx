import { Button, Menu } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { healthTone, STAGES, type Stage } from './initiative-words.js';
import classes from './Initiatives.module.css';
import type { InitiativeRowFragment } from './initiatives.generated.js';
import { inTheWay } from './use-condition-text.js';

interface InitiativeBoardProps {
  rows: readonly InitiativeRowFragment[];
  onMove: (id: string, to: Stage) => void;
}

/**
 * A lane for each stage. Cards move by their menu, which works by keyboard, or are dragged to a lane that may follow; both
 * ways lead to the same form, which says first what the stage still needs.
 */
export function InitiativeBoard({ rows, onMove }: InitiativeBoardProps) {
  const { t } = useTranslation('initiatives');
  const [dragged, setDragged] = useState<string | null>(null);
  const row = rows.find(({ id }) => id === dragged);
  const follows = (stage: Stage) => row?.steps.some(({ to }) => to === stage) ?? false;
  return (
    <div className={classes.board} role="group" aria-label={t('board.label')} tabIndex={0}>
      {STAGES.map((stage) => {
        const cards = rows.filter((row) => row.stage === stage);
        return (
          <section
            key={stage}
            className={follows(stage) ? `${classes.lane} ${classes.follows}` : classes.lane}
            aria-labelledby={`lane-${stage}`}
            onDragOver={(event) => {
              if (follows(stage)) event.preventDefault();
            }}
            onDrop={() => {
              if (dragged && follows(stage)) onMove(dragged, stage);
              setDragged(null);
            }}
          >
            <h2 className={classes.laneTitle} id={`lane-${stage}`}>
              {t(`stage.${stage}`)} <span className={classes.count}>{cards.length}</span>
            </h2>
            {cards.length === 0 ? (
              <p className={classes.quiet}>{t('board.empty')}</p>
            ) : (
              <ul className={classes.cards}>
                {cards.map((row) => (
                  <li
                    key={row.id}
                    draggable={row.mayRun && row.steps.length > 0}
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move';
                      event.dataTransfer.setData('text/plain', row.title);
                      setDragged(row.id);
                    }}
                    onDragEnd={() => setDragged(null)}
                  >
                    <Card row={row} onMove={onMove} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Card({ row, onMove }: { row: InitiativeRowFragment; onMove: InitiativeBoardProps['onMove'] }) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return (
    <article className={`ts-card ${classes.card}`}>
      <div>
        <span className={classes.quiet}>I-{row.number}</span>{' '}
        <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: row.id }} size="sm" fw={600}>
          {row.title}
        </AppLink>
      </div>
      <p className={classes.quiet}>
        {row.ownerName ?? t('noOwner')} · {t('board.since', { since: formats.relative(row.stageSince) })}
      </p>
      <Warnings row={row} />
      {row.mayRun && row.steps.length > 0 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconArrowRight size={14} aria-hidden />}
              aria-label={t('board.moveCard', { title: row.title })}
            >
              {t('board.move')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {row.steps.map((step) => (
              <Menu.Item key={step.to} onClick={() => onMove(row.id, step.to)}>
                {t(`stage.${step.to}`)}
                {inTheWay(step).length > 0 && ` – ${t('board.missing', { count: inTheWay(step).length })}`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </article>
  );
}

/** What should be looked at; nothing where all is well. */
export function Warnings({ row }: { row: InitiativeRowFragment }) {
  const { t } = useTranslation('initiatives');
  if (!row.health && !row.late && !row.reportOverdue && row.overdueActions === 0) return null;
  return (
    <div className={classes.badges}>
      {row.health && <StatusBadge tone={healthTone[row.health]}>{t(`health.${row.health}`)}</StatusBadge>}
      {row.late && <StatusBadge tone="bad">{t('late')}</StatusBadge>}
      {row.reportOverdue && <StatusBadge tone="warn">{t('reportOverdue')}</StatusBadge>}
      {row.overdueActions > 0 && (
        <StatusBadge tone="warn">{t('overdueActions', { count: row.overdueActions })}</StatusBadge>
      )}
    </div>
  );
}
