import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { riskTone, stageTone } from './initiative-words.js';
import type { OfInitiative } from './InitiativePanels.js';
import classes from './Initiatives.module.css';
import { type InitiativePageFieldsFragment, RemoveDependencyDocument } from './initiatives.generated.js';
import { PanelButton } from './PanelButton.js';
import { useMoney } from './use-money.js';

export function AboutPanel({ initiative }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const money = useMoney(initiative.currency ?? null);
  const day = (value: string | null | undefined) => (value ? formats.date(value) : '–');
  const grade = (value: number | null | undefined) => (value ? t('about.grade', { value }) : '–');
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
          { name: t('about.value'), value: grade(initiative.value) },
          { name: t('about.effort'), value: grade(initiative.effort) },
          {
            name: t('about.reported'),
            value: initiative.updateEveryDays ? t('about.everyDays', { count: initiative.updateEveryDays }) : '–',
          },
        ]}
      />
    </Panel>
  );
}

export function MilestonesPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return (
    <Panel
      title={t('milestones.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'milestone' })}>{t('milestones.add')}</PanelButton>}
    >
      {initiative.milestones.length === 0 ? (
        <p className={classes.quiet}>{t('milestones.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.milestones.map(({ id, name, dueOn, reachedOn }) => (
            <li key={id} className={classes.line}>
              <div>
                <div>{name}</div>
                <p className={classes.quiet}>{t('milestones.due', { day: formats.date(dueOn) })}</p>
              </div>
              <span className={classes.badges}>
                {reachedOn && (
                  <StatusBadge tone="good">{t('about.reached', { day: formats.date(reachedOn) })}</StatusBadge>
                )}
                {!reachedOn && dueOn < initiative.today && <StatusBadge tone="bad">{t('late')}</StatusBadge>}
                {open && (
                  <PanelButton onClick={() => open({ panel: 'milestone', part: id })} label={t('editOne', { name })}>
                    {t('edit')}
                  </PanelButton>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function RisksPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  return (
    <Panel
      title={t('risks.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'risk' })}>{t('risks.add')}</PanelButton>}
    >
      {initiative.risks.length === 0 ? (
        <p className={classes.quiet}>{t('risks.none')}</p>
      ) : (
        <ul className={classes.plain}>
          {initiative.risks.map(({ id, text, likelihood, impact, answer, state }) => (
            <li key={id} className={classes.line}>
              <div>
                <div>{text}</div>
                <p className={classes.quiet}>{t('risks.facts', { likelihood, impact })}</p>
                {answer && <p className={classes.quiet}>{t('risks.answered', { answer })}</p>}
              </div>
              <span className={classes.badges}>
                <StatusBadge tone={riskTone[state]}>{t(`riskState.${state}`)}</StatusBadge>
                {open && (
                  <PanelButton onClick={() => open({ panel: 'risk', part: id })} label={t('editOne', { name: text })}>
                    {t('edit')}
                  </PanelButton>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function DependenciesPanel({ initiative, open }: OfInitiative) {
  const { t } = useTranslation('initiatives');
  const [remove] = useAct(RemoveDependencyDocument);
  const [refusal, attempt] = useRefusal();
  const [confirm, dialog] = useConfirm();
  const ask = async ({ id, number, title }: Neighbour) => {
    const name = `I-${number} ${title}`;
    const question = { title: t('dependencies.removeTitle', { name }), act: t('remove') };
    if (!(await confirm({ ...question, consequence: t('dependencies.removeText') }))) return;
    if (await attempt(remove({ initiativeId: initiative.id, needsId: id }))) notifyDone(t('dependencies.removed'));
  };
  const { needs, neededBy } = initiative;
  return (
    <Panel
      title={t('dependencies.title')}
      actions={open && <PanelButton onClick={() => open({ panel: 'need' })}>{t('dependencies.add')}</PanelButton>}
    >
      {refusal && <ErrorState error={refusal} />}
      {needs.length + neededBy.length === 0 && <p className={classes.quiet}>{t('dependencies.none')}</p>}
      {needs.length > 0 && (
        <Neighbours
          title={t('dependencies.needs')}
          items={needs}
          onRemove={open && ((neighbour) => void ask(neighbour))}
        />
      )}
      {neededBy.length > 0 && <Neighbours title={t('dependencies.neededBy')} items={neededBy} />}
      {dialog}
    </Panel>
  );
}

type Neighbour = InitiativePageFieldsFragment['needs'][number];

interface NeighboursProps {
  title: string;
  items: readonly Neighbour[];
  onRemove?: (neighbour: Neighbour) => void;
}

function Neighbours({ title, items, onRemove }: NeighboursProps) {
  const { t } = useTranslation('initiatives');
  return (
    <>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul className={classes.plain}>
        {items.map((neighbour) => (
          <li key={neighbour.id} className={classes.line}>
            <div>
              <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: neighbour.id }} size="sm">
                I-{neighbour.number} {neighbour.title}
              </AppLink>
              {neighbour.note && <p className={classes.quiet}>{neighbour.note}</p>}
            </div>
            <span className={classes.badges}>
              <StatusBadge tone={stageTone[neighbour.stage]}>{t(`stage.${neighbour.stage}`)}</StatusBadge>
              {onRemove && (
                <PanelButton
                  onClick={() => onRemove(neighbour)}
                  label={t('removeOne', { name: `I-${neighbour.number}` })}
                >
                  {t('remove')}
                </PanelButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
