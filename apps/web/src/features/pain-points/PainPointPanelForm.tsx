import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../ui/SidePanel.js';
import { ClassifyForm } from './ClassifyForm.js';
import { GatherForm, JoinForm } from './GatherForms.js';
import { MergeForm } from './MergeForm.js';
import { MoveForm } from './MoveForm.js';
import { type OfPainPoint, type PainPoint, type PainPointPanel, stepName } from './pain-point-words.js';
import { PainPointForm } from './PainPointForm.js';
import type { OpenPanel, PainPointSearch } from './routes.js';

interface PainPointPanelFormProps extends OfPainPoint {
  search: PainPointSearch;
  open: OpenPanel;
  onStale: () => void;
}

/** The form that the address names, if the reader may fill it in. Causes are written where they stand. */
export function PainPointPanelForm({ painPoint, search, open, onStale }: PainPointPanelFormProps) {
  const { t } = useTranslation('painPoints');
  const panel = search.panel && mayOpen(search.panel, painPoint, search) ? search.panel : undefined;
  const onDone = () => open(undefined);
  const title =
    panel === 'move' && search.to ? t(`step.${stepName(painPoint.state, search.to)}`) : panel && t(`panel.${panel}`);
  const key = `${painPoint.version} ${panel} ${search.to}`;
  return (
    <SidePanel opened={panel !== undefined} onClose={onDone} title={title}>
      {panel === 'edit' && <PainPointForm key={key} painPoint={painPoint} onDone={onDone} />}
      {panel === 'move' && search.to && <MoveForm key={key} painPoint={painPoint} to={search.to} onDone={onDone} />}
      {panel === 'classify' && <ClassifyForm key={key} painPoint={painPoint} onDone={onDone} />}
      {panel === 'join' && <JoinForm key={key} painPoint={painPoint} onDone={onDone} />}
      {panel === 'gather' && <GatherForm key={key} painPoint={painPoint} onDone={onDone} />}
      {panel === 'merge' && <MergeForm key={key} painPoint={painPoint} onDone={onDone} onStale={onStale} />}
    </SidePanel>
  );
}

function mayOpen(panel: PainPointPanel, painPoint: PainPoint, { to }: PainPointSearch): boolean {
  if (!painPoint.mayUpdate || painPoint.archivedAt || panel === 'causes') return false;
  if (panel === 'move') return painPoint.nextStates.some((step) => step.to === to && step.allowed);
  if (panel === 'join') return painPoint.kind === 'SINGLE';
  return panel !== 'gather' || painPoint.kind === 'COMMON';
}
