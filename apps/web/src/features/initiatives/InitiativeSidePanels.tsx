import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { healthTone, stageTone } from './initiative-words.js';
import type { OfInitiative } from './InitiativePanels.js';
import classes from './Initiatives.module.css';
import { fractionDigits, toMajor } from './money.js';

export function AboutPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const day = (value: string | null | undefined) => (value ? formats.date(value) : '–');
  const money = (minor: number | null | undefined) => {
    const major = toMajor(minor ?? null, initiative.currency ?? null);
    if (major === null || !initiative.currency) return '–';
    const digits = fractionDigits(initiative.currency);
    const written = formats.number(major, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return `${written} ${initiative.currency}`;
  };
  const problems = [
    ...(initiative.opportunity ? [`O-${initiative.opportunity.number} ${initiative.opportunity.title}`] : []),
    ...initiative.painPoints.map(({ number, title }) => `P-${number} ${title}`),
  ];
  return (
    <Panel title={t('about.title')}>
      <Facts
        facts={[
          { name: t('field.team'), value: initiative.teamName ?? '–' },
          { name: t('field.owner'), value: initiative.ownerName ?? '–' },
          { name: t('field.sponsor'), value: initiative.sponsorName ?? '–' },
          { name: t('field.startsOn'), value: day(initiative.startsOn) },
          { name: t('field.dueOn'), value: day(initiative.dueOn) },
          { name: t('field.launchedOn'), value: day(initiative.launchedOn) },
          { name: t('field.costPlanned'), value: money(initiative.costPlannedMinor) },
          { name: t('field.costActual'), value: money(initiative.costActualMinor) },
          {
            name: t('about.problems'),
            value:
              problems.length === 0 ? (
                '–'
              ) : (
                <ul className={classes.plain}>
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              ),
          },
          ...initiative.milestones.map(({ name, dueOn, reachedOn }) => ({
            name,
            value: reachedOn ? t('about.reached', { day: formats.date(reachedOn) }) : formats.date(dueOn),
          })),
        ]}
      />
    </Panel>
  );
}

export function DependenciesPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const lists = [
    { name: t('dependencies.needs'), items: initiative.needs },
    { name: t('dependencies.neededBy'), items: initiative.neededBy },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <Panel title={t('dependencies.title')}>
      <Facts
        facts={lists.map(({ name, items }) => ({
          name,
          value: (
            <ul className={classes.plain}>
              {items.map(({ id, number, title, stage }) => (
                <li key={id} className={classes.badges}>
                  <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: id }} size="sm">
                    I-{number} {title}
                  </AppLink>
                  <StatusBadge tone={stageTone[stage]}>{t(`stage.${stage}`)}</StatusBadge>
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Panel>
  );
}

export function RisksPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  if (initiative.risks.length === 0) return null;
  return (
    <Panel title={t('risks.title')}>
      <ul className={classes.plain}>
        {initiative.risks.map(({ id, text, likelihood, impact, answer, state }) => (
          <li key={id}>
            <div>{text}</div>
            <p className={classes.quiet}>{t('risks.facts', { likelihood, impact, state: t(`riskState.${state}`) })}</p>
            {answer && <p className={classes.quiet}>{answer}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ReportsPanel({ initiative, onReport }: OfInitiative & { onReport: (() => void) | undefined }) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return (
    <Panel
      title={t('reports.title')}
      actions={
        onReport && (
          <Button size="xs" variant="default" onClick={onReport}>
            {t('reportForm.act')}
          </Button>
        )
      }
    >
      {initiative.statusUpdates.length === 0 ? (
        <p className={classes.quiet}>{t('reports.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.statusUpdates.map(({ id, health, text, createdByName, createdAt }) => (
            <li key={id}>
              <StatusBadge tone={healthTone[health]}>{t(`health.${health}`)}</StatusBadge>
              <p className={classes.hypothesis}>{text}</p>
              <p className={classes.quiet}>
                {[createdByName, formats.dateTime(createdAt)].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function HistoryPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return (
    <Panel title={t('history.title')}>
      <ul className={classes.plain}>
        {initiative.history.map(({ id, to, reason, changedByName, changedAt }) => (
          <li key={id}>
            <strong>{t(`stage.${to}`)}</strong>
            {reason && <p className={classes.hypothesis}>{reason}</p>}
            <p className={classes.quiet}>{[changedByName, formats.dateTime(changedAt)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
