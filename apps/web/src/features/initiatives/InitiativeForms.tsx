import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../ui/SidePanel.js';
import { DecisionForm } from '../decisions/index.js';
import { ActionForm } from './ActionForm.js';
import { DependencyForm } from './DependencyForm.js';
import { gatedStage, type InitiativePanel } from './initiative-words.js';
import { InitiativeForm } from './InitiativeForm.js';
import type { InitiativePageFieldsFragment } from './initiatives.generated.js';
import { LinksForm } from './LinksForm.js';
import { MilestoneForm } from './MilestoneForm.js';
import { MoveForm } from './MoveForm.js';
import { ReportForm } from './ReportForm.js';
import { RiskForm } from './RiskForm.js';
import type { InitiativeSearch, OpenPanel } from './routes.js';

interface InitiativeFormsProps {
  initiative: InitiativePageFieldsFragment;
  search: InitiativeSearch;
  open: OpenPanel;
  onStale: () => void;
}

/** The form that the address names, if the reader may fill it in. */
export function InitiativeForms({ initiative, search, open, onStale }: InitiativeFormsProps) {
  const { t } = useTranslation('initiatives');
  // The effect's form stands with the effects, which know what is promised already.
  const asked = search.panel === 'effect' ? undefined : search.panel;
  const panel = asked && mayOpen(asked, initiative, search) ? asked : undefined;
  const step = initiative.steps.find(({ to }) => to === search.to);
  const title =
    panel === 'move' && step
      ? t('move.title', { title: initiative.title, stage: t(`stage.${step.to}`) })
      : panel && panel !== 'move' && t(search.part ? `panel.change.${panel as 'action'}` : `panel.${panel}`);
  return (
    <SidePanel opened={panel !== undefined} onClose={() => open({})} title={title}>
      {panel && (
        <OpenForm
          // Another part is another form; what was typed for one must not stand in the other.
          key={`${initiative.version} ${panel} ${search.part} ${search.to}`}
          panel={panel}
          {...{ initiative, search, open, onStale }}
        />
      )}
    </SidePanel>
  );
}

type OwnPanel = Exclude<InitiativePanel, 'effect'>;

function mayOpen(panel: OwnPanel, initiative: InitiativePageFieldsFragment, { to }: InitiativeSearch): boolean {
  if (initiative.archivedAt) return false;
  if (panel === 'move') return initiative.mayRun && initiative.steps.some((step) => step.to === to);
  return panel === 'action' ? initiative.mayPlan : initiative.mayUpdate;
}

const partOf = <Part extends { id: string }>(parts: readonly Part[], id: string | undefined): Part | undefined =>
  parts.find((part) => part.id === id);

function OpenForm({ initiative, search, open, onStale, panel }: InitiativeFormsProps & { panel: OwnPanel }) {
  const { t } = useTranslation('initiatives');
  const { id } = initiative;
  const onDone = () => open({});
  const step = initiative.steps.find(({ to }) => to === search.to);
  const opensStage = search.to && gatedStage(search.to);
  const shared = { initiativeId: id, onDone };
  switch (panel) {
    case 'edit':
      return <InitiativeForm initiative={initiative} onDone={onDone} />;
    case 'move':
      return step ? (
        <MoveForm initiative={initiative} step={step} open={open} onDone={onDone} onStale={onStale} />
      ) : null;
    case 'action':
      return <ActionForm part={partOf(initiative.actions, search.part)} {...shared} />;
    case 'milestone':
      return <MilestoneForm part={partOf(initiative.milestones, search.part)} {...shared} />;
    case 'risk':
      return <RiskForm part={partOf(initiative.risks, search.part)} {...shared} />;
    case 'report':
      return <ReportForm health={initiative.health ?? null} {...shared} />;
    case 'links':
      return <LinksForm initiative={initiative} onDone={onDone} />;
    case 'need':
      return <DependencyForm initiative={initiative} onDone={onDone} />;
    case 'decision':
      return (
        <DecisionForm
          initiative={initiative}
          opensStage={opensStage}
          question={opensStage && t('decisionQuestion', { title: initiative.title, stage: t(`stage.${opensStage}`) })}
          onDone={onDone}
        />
      );
  }
}
