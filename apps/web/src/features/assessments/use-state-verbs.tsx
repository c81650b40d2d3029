import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { notifyDone } from '../../ui/notify.js';
import {
  ArchiveAssessmentDocument,
  type AssessmentFieldsFragment,
  CloseAssessmentDocument,
  DeleteAssessmentDocument,
  OpenAssessmentDocument,
  PublishAssessmentDocument,
} from './assessments.generated.js';
import type { StateVerb } from './run-verbs.js';

const refetch = ['AssessmentRun', 'AssessmentList'];
const onlyList = ['AssessmentList'];

interface StateVerbs {
  take: (verb: StateVerb) => Promise<void>;
  busy: boolean;
  failure: AppError | null;
  dialog: ReactNode;
}

/** Takes a step in the life of a wave: says what will happen and what cannot be undone, asks, and does it. */
export function useStateVerbs(assessment: AssessmentFieldsFragment): StateVerbs {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const navigate = useNavigate();
  const [confirm, dialog] = useConfirm();
  const [failure, setFailure] = useState<AppError | null>(null);
  const [open, opening] = useAct(OpenAssessmentDocument, { refetch });
  const [close, closing] = useAct(CloseAssessmentDocument, { refetch });
  const [publish, publishing] = useAct(PublishAssessmentDocument, { refetch });
  const [archive, archiving] = useAct(ArchiveAssessmentDocument, { refetch });
  const [remove, removing] = useAct(DeleteAssessmentDocument, { refetch: onlyList });
  const acts = { open, close, publish, archive, delete: remove };

  const take = async (verb: StateVerb) => {
    const submitted = assessment.raterGroups.reduce((sum, group) => sum + group.submitted, 0);
    const words = {
      name: assessment.name,
      deadline: formats.dateTime(assessment.deadline),
      minimum: assessment.minimumGroupSize,
      submitted,
    };
    const agreed = await confirm({
      title: t(`consequence.${verb}.title`, words),
      consequence: (
        <>
          {t(`consequence.${verb}.body`, words)}
          <br />
          <strong>{t(`consequence.${verb}.irreversible`, words)}</strong>
        </>
      ),
      act: t(`consequence.${verb}.confirm`, words),
      destructive: verb === 'delete',
    });
    if (!agreed) return;
    const { error } = await acts[verb]({ id: assessment.id, version: assessment.version });
    setFailure(error ?? null);
    if (error) return;
    notifyDone(t(`consequence.${verb}.done`, words));
    if (verb === 'delete') await navigate({ to: '/assessments' });
  };

  return { take, busy: opening || closing || publishing || archiving || removing, failure, dialog };
}
