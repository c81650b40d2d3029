import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { AnnotationForm } from './AnnotationForm.js';
import { BaselineForm } from './series/BaselineForm.js';
import { BreakForm } from './BreakForm.js';
import { ConflictForm } from './ConflictForm.js';
import { LinkForm } from './LinkForm.js';
import type { MetricFieldsFragment } from './metrics.generated.js';
import { RenameForm } from './RenameForm.js';
import { TargetForm } from './TargetForm.js';

interface EditPanelProps {
  metric: MetricFieldsFragment;
  edit: string | undefined;
  onClose: () => void;
}

const PARTS = ['rename', 'target', 'link', 'conflict', 'break', 'note', 'baseline'] as const;

/** One part of the metric beside the page; the address says which, so that it can be sent. */
export function EditPanel({ metric, edit, onClose }: EditPanelProps) {
  const { t } = useTranslation('metrics');
  const [word, id] = edit?.split(':') ?? [];
  const part = PARTS.find((each) => each === word);
  const target = metric.targets.find((each) => each.id === id);
  const note = metric.annotations.find((each) => each.id === id);
  const conflict = metric.conflicts.find((each) => each.id === id);
  const gone = id !== undefined && !target && !note && !conflict;
  const props = { metric, onDone: onClose };
  return (
    <SidePanel opened={part !== undefined} onClose={onClose} title={part && t(`panel.${part}`)}>
      {gone && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {!gone && part === 'rename' && <RenameForm {...props} key={metric.version} />}
      {!gone && part === 'target' && <TargetForm {...props} target={target} key={target?.version} />}
      {!gone && part === 'link' && <LinkForm {...props} />}
      {!gone && part === 'conflict' && <ConflictForm {...props} conflict={conflict} key={conflict?.version} />}
      {!gone && part === 'break' && <BreakForm {...props} />}
      {!gone && part === 'baseline' && <BaselineForm {...props} key={metric.controlBaseline?.version} />}
      {!gone && part === 'note' && <AnnotationForm {...props} note={note} key={note?.version} />}
    </SidePanel>
  );
}
