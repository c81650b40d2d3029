import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { type OfPainPoint, type PainPointPanel, painPointTone, stepName } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import type { PainPointReferenceFieldsFragment } from './pain-points.generated.js';
import type { OpenPanel } from './routes.js';
import { useConditionText } from './use-condition-text.js';

interface PanelProps extends OfPainPoint {
  /** Absent where the reader may not change this. */
  open?: OpenPanel;
}

export function StatementPanel({ painPoint }: OfPainPoint) {
  const { t } = useTranslation('painPoints');
  const { description, kindReason, dismissedReason } = painPoint;
  return (
    <Panel title={t('statement')}>
      <div className={classes.stack}>
        <p className={description ? classes.said : classes.quiet}>{description || t('noDescription')}</p>
        {kindReason && <p className={classes.said}>{t('becauseFalse', { reason: kindReason })}</p>}
        {dismissedReason && <p className={classes.said}>{t('becauseDismissed', { reason: dismissedReason })}</p>}
      </div>
    </Panel>
  );
}

/** Where what a step still needs is mended. */
const MENDED_IN: Partial<Record<string, PainPointPanel>> = {
  NO_SEVERITY: 'edit',
  NO_FREQUENCY: 'edit',
  NO_EVIDENCE: 'edit',
  NO_TOUCHPOINT: 'edit',
};

/** What may follow and what that still needs, each condition with the way to meet it. */
export function StepsPanel({ painPoint, open }: PanelProps) {
  const { t } = useTranslation('painPoints');
  const say = useConditionText();
  if (painPoint.archivedAt) return null;
  return (
    <Panel title={t('steps.title')}>
      <ul className={classes.plain}>
        {painPoint.nextStates.map(({ to, allowed, unmet }) => (
          <li key={to}>
            <div className={classes.line}>
              <span className={classes.badges}>
                <strong>{t(`state.${to}`)}</strong>
                <StatusBadge tone={allowed ? 'good' : 'warn'}>
                  {allowed ? t('steps.free') : t('steps.missing', { count: unmet.length })}
                </StatusBadge>
              </span>
              {open && allowed && (
                <Button size="compact-sm" variant="default" onClick={() => open('move', to)}>
                  {t(`step.${stepName(painPoint.state, to)}`)}
                </Button>
              )}
            </div>
            <p className={classes.quiet}>{t(`steps.means.${stepName(painPoint.state, to)}`)}</p>
            {unmet.length > 0 && (
              <ul className={classes.conditions}>
                {unmet.map((condition) => (
                  <li key={condition.code}>{say(condition)}</li>
                ))}
              </ul>
            )}
            {open && unmet.some(({ code }) => MENDED_IN[code]) && (
              <Button size="compact-xs" variant="light" onClick={() => open('edit')}>
                {t('panel.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where it happens, and to whom. */
export function AboutPanel({ painPoint }: OfPainPoint) {
  const { t } = useTranslation('painPoints');
  const { touchpoints, personas } = painPoint;
  return (
    <Panel title={t('where')}>
      <Facts
        facts={[
          {
            name: t('field.touchpoints'),
            value:
              touchpoints.length === 0 ? (
                t('noTouchpoint')
              ) : (
                <ul className={classes.plain}>
                  {touchpoints.map(({ id, name, teamName }) => (
                    <li key={id}>
                      <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: id }} size="sm">
                        {name}
                      </AppLink>
                      <div className={classes.quiet}>{teamName ?? t('noTeam')}</div>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            name: t('field.personas'),
            value: personas.length === 0 ? '–' : personas.map(({ name }) => name).join(', '),
          },
        ]}
      />
    </Panel>
  );
}

/** The common pain point that it belongs to, those that it gathers, and those that were merged into it. */
export function FamilyPanel({ painPoint, open }: PanelProps) {
  const { t } = useTranslation('painPoints');
  const { kind, common, gathered, absorbed } = painPoint;
  if (kind === 'FALSE_HIGHLIGHT' && absorbed.length === 0) return null;
  return (
    <Panel
      title={t(kind === 'COMMON' ? 'family.gathers' : 'family.title')}
      actions={
        open &&
        kind !== 'FALSE_HIGHLIGHT' && (
          <Button size="xs" variant="default" onClick={() => open(kind === 'COMMON' ? 'gather' : 'join')}>
            {t('family.change')}
          </Button>
        )
      }
    >
      <div className={classes.stack}>
        {kind === 'SINGLE' &&
          (common ? <References some={[common]} /> : <p className={classes.quiet}>{t('family.alone')}</p>)}
        {kind === 'COMMON' &&
          (gathered.length > 0 ? (
            <References some={gathered} />
          ) : (
            <p className={classes.quiet}>{t('family.gathersNone')}</p>
          ))}
        {absorbed.length > 0 && (
          <div>
            <h3 className={classes.subtitle}>{t('family.absorbed')}</h3>
            <References some={absorbed} />
          </div>
        )}
      </div>
    </Panel>
  );
}

function References({ some }: { some: readonly PainPointReferenceFieldsFragment[] }) {
  const { t } = useTranslation('painPoints');
  return (
    <ul className={classes.plain}>
      {some.map(({ id, number, title, state }) => (
        <li key={id} className={classes.line}>
          <AppLink to="/pain-points/$painPointId" params={{ painPointId: id }} size="sm">
            P-{number} {title}
          </AppLink>
          <StatusBadge tone={painPointTone[state]}>{t(`state.${state}`)}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
