import { useTranslation } from 'react-i18next';
import type { Cascade } from './cascade.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { GoalForm } from './GoalForm.js';
import { ObjectiveForm } from './ObjectiveForm.js';
import { TieMetricForm } from './TieMetricForm.js';

interface GoalPanelProps {
  cascade: Cascade;
  edit: string | undefined;
  goalId: string | undefined;
  onClose: () => void;
}

/** One goal or objective beside the cascade; the address says which. */
export function GoalPanel({ cascade, edit, goalId, onClose }: GoalPanelProps) {
  const { t } = useTranslation('goals');
  const [part, id] = edit?.split(':') ?? [];
  const known = part === 'goal' || part === 'objective' || (part === 'metric' && id !== undefined);
  const goal = cascade.goals.find((each) => each.id === id);
  const objective = [...cascade.goals.flatMap((each) => each.objectives), ...cascade.orphans].find(
    (each) => each.id === id,
  );
  const gone = id !== undefined && (part === 'goal' ? !goal : !objective);
  const title =
    known &&
    (part === 'metric'
      ? t('tie.title')
      : id === undefined
        ? t(`${part}.create`)
        : (goal?.name ?? objective?.name ?? t('gone')));
  return (
    <SidePanel opened={known} onClose={onClose} title={title}>
      {gone && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {!gone && part === 'goal' && <GoalForm key={goal?.version} goal={goal} onDone={onClose} />}
      {part === 'metric' && objective && <TieMetricForm key={objective.id} objective={objective} onDone={onClose} />}
      {!gone && part === 'objective' && (
        <ObjectiveForm
          key={`${objective?.version} ${goalId}`}
          objective={objective}
          goals={cascade.goals}
          goalId={goalId}
          onDone={onClose}
        />
      )}
    </SidePanel>
  );
}
