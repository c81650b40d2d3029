import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { ConflictDialog } from '../../ui/ConflictDialog.js';
import { notifyDone } from '../../ui/notify.js';
import { type AssessmentValues, toInput, toValues } from './assessment-form.js';
import {
  type AssessmentFieldsFragment,
  AssessmentRunDocument,
  UpdateAssessmentDocument,
} from './assessments.generated.js';
import { mergeVersions } from './merge-versions.js';
import type { FormChoices } from './use-form-choices.js';
import { useConflictFields } from './use-conflict-fields.js';

const refetch = ['AssessmentList', 'AssessmentRun'];

interface SaveAssessment {
  save: (values: AssessmentValues) => Promise<AppError | null>;
  conflictDialog: ReactNode;
}

interface Conflict {
  mine: AssessmentValues;
  theirs: AssessmentFieldsFragment;
  /** The form's save is still waiting: what the reader decides ends it. */
  settle: (error: AppError | null | Promise<AppError | null>) => void;
}

/** Saves against the version that was read; a lost race shows both versions and saves what the reader picks from them. */
export function useSaveAssessment(
  read: AssessmentFieldsFragment | undefined,
  choices: FormChoices | undefined,
  onSaved: () => void,
): SaveAssessment {
  const { t } = useTranslation('assessments');
  const timeZone = useContext(TimeZoneContext);
  const client = useApolloClient();
  const [update, busy] = useAct(UpdateAssessmentDocument, { refetch });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const version = useRef<number | null>(null);
  const describe = useConflictFields(choices);

  const save = async (values: AssessmentValues): Promise<AppError | null> => {
    if (!read) return null;
    const outcome = await update({
      id: read.id,
      version: version.current ?? read.version,
      input: toInput(values, timeZone, read.deadline),
    });
    if (!outcome.error) {
      setConflict(null);
      notifyDone(t('form.saved'));
      onSaved();
      return null;
    }
    if (outcome.error.code !== 'CONFLICT') return outcome.error;
    const { data } = await client.query({
      query: AssessmentRunDocument,
      variables: { id: read.id },
      fetchPolicy: 'network-only',
    });
    if (!data) return outcome.error;
    const { assessment: theirs } = data;
    return new Promise((settle) => setConflict({ mine: values, theirs, settle }));
  };

  const theirs = conflict && toValues(conflict.theirs, timeZone);
  const conflictDialog = (
    <ConflictDialog
      fields={conflict && theirs && read ? describe(conflict.mine, theirs, toValues(read, timeZone)) : null}
      busy={busy}
      onClose={() => {
        conflict?.settle({ code: 'CONFLICT' });
        setConflict(null);
      }}
      onMerge={(choice) => {
        if (!conflict || !theirs) return;
        version.current = conflict.theirs.version;
        conflict.settle(save(mergeVersions(conflict.mine, theirs, choice)));
      }}
    />
  );
  return { save, conflictDialog };
}
