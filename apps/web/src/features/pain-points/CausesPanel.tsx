import { Button } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { CauseEditor } from './CauseEditor.js';
import type { OfPainPoint } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import type { OpenPanel } from './routes.js';

interface CausesPanelProps extends OfPainPoint {
  open?: OpenPanel;
  editing: boolean;
}

/** Why it happens: five whys one after the other, or a tree where there is more than one reason. */
export function CausesPanel({ painPoint, open, editing }: CausesPanelProps) {
  const { t } = useTranslation('painPoints');
  const { causes } = painPoint;
  return (
    <Panel
      title={t('causes.title')}
      actions={
        open &&
        !editing && (
          <Button size="xs" variant="default" onClick={() => open('causes')}>
            {t(causes.length === 0 ? 'causes.begin' : 'causes.change')}
          </Button>
        )
      }
    >
      {editing && open ? (
        <CauseEditor key={painPoint.version} painPoint={painPoint} onDone={() => open(undefined)} />
      ) : causes.length === 0 ? (
        <p className={classes.quiet}>{t('causes.none')}</p>
      ) : (
        <ul className={classes.causes}>
          {causes.map(({ id, depth, text, evidence, root }) => (
            <li key={id} className={classes.cause} style={{ '--depth': depth } as CSSProperties}>
              <div className={root ? `${classes.causeBody} ${classes.root}` : classes.causeBody}>
                <div className={classes.badges}>
                  <span className={classes.said}>
                    <span className="ts-visually-hidden">{t('causes.level', { level: depth + 1 })} </span>
                    {text}
                  </span>
                  {root && <StatusBadge tone="active">{t('causes.root')}</StatusBadge>}
                </div>
                {evidence && <p className={classes.quiet}>{t('causes.rests', { evidence })}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
