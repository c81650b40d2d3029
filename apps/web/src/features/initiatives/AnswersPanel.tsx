import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalizedText, useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import type { OfInitiative } from './InitiativePanels.js';
import classes from './Initiatives.module.css';
import { PanelButton } from './PanelButton.js';

/** What an initiative answers, and where customers will meet the change. */
export function AnswersPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const text = useLocalizedText();
  const { opportunity, painPoints, touchpoints, gaps } = initiative;
  const facts = [
    opportunity && {
      name: t('links.opportunity'),
      value: (
        <AppLink to="/opportunities" search={{ opportunity: opportunity.id }} size="sm">
          O-{opportunity.number} {opportunity.title}
        </AppLink>
      ),
    },
    painPoints.length > 0 && {
      name: t('links.painPoints'),
      value: (
        <Lines>
          {painPoints.map(({ id, number, title }) => (
            <li key={id}>
              <AppLink to="/pain-points/$painPointId" params={{ painPointId: id }} size="sm">
                P-{number} {title}
              </AppLink>
            </li>
          ))}
        </Lines>
      ),
    },
    gaps.length > 0 && {
      name: t('links.gaps'),
      value: (
        <Lines>
          {gaps.map((gap) => (
            <li key={`${gap.assessmentId} ${gap.nodeId}`}>
              <AppLink
                to="/assessments/$assessmentId/results"
                params={{ assessmentId: gap.assessmentId }}
                search={{ view: 'gaps' }}
                size="sm"
              >
                {t('links.gap', {
                  part: text(gap.nodeName as LocalizedText) || gap.nodeId,
                  assessment: gap.assessmentName,
                })}
              </AppLink>
              {gap.targetLevel != null && ` · ${t('links.toLevel', { level: gap.targetLevel })}`}
            </li>
          ))}
        </Lines>
      ),
    },
    touchpoints.length > 0 && {
      name: t('links.touchpoints'),
      value: (
        <Lines>
          {touchpoints.map(({ id, name }) => (
            <li key={id}>
              <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: id }} size="sm">
                {name}
              </AppLink>
            </li>
          ))}
        </Lines>
      ),
    },
  ].filter((fact) => fact !== null && fact !== undefined && fact !== false);
  return (
    <Panel
      title={t('links.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'links' })}>{t('links.change')}</PanelButton>}
    >
      {facts.length === 0 ? <p className={classes.quiet}>{t('links.none')}</p> : <Facts facts={facts} />}
    </Panel>
  );
}

const Lines = ({ children }: { children: ReactNode }) => <ul className={classes.plain}>{children}</ul>;
