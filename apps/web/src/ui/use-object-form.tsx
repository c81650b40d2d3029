import type { UseFormReturnType } from '@mantine/form';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AppError } from '../api/app-error.js';
import type { Outcome } from '../api/use-act.js';
import { type Catalogue, usePlaceFieldErrors } from './field-errors.js';
import { notifyDone } from './notify.js';
import { type EditedField, useConflict } from './use-conflict.js';
import { useUnsavedChanges } from './use-unsaved-changes.js';

interface UseObjectFormOptions<Values> {
  form: UseFormReturnType<Values>;
  /** The version that was read, by which a second saver is noticed; undefined for what is new. */
  version: number | undefined;
  /** Creates where no version is given, and updates that version otherwise. */
  save: (values: Values, version: number | undefined) => Promise<Outcome<unknown>>;
  busy: boolean;
  /** As a second saver is shown them. */
  fields: EditedField<Values>[];
  /** Said once it is saved. */
  saved: string;
  /** Where the form closes once it is saved. */
  onDone?: () => void;
  /** The catalogue of a feature that has sentences of its own for its fields. */
  own?: Catalogue;
}

interface ObjectForm {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  error: AppError | null;
  /** For acts beside the form: shows their refusal in its place. */
  refuse: (error: AppError) => void;
  /** For acts beside the form that end it: says what was done and leaves without asking about changes. */
  finish: (said: string) => void;
  /** Render them. */
  dialogs: ReactNode;
}

/**
 * What every form over one versioned object does alike: field errors stand beside their fields, the second of two savers
 * sees both versions, unsaved changes warn before they are left, and what was typed is kept when it is refused.
 */
export function useObjectForm<Values extends object>({
  form,
  version,
  save,
  busy,
  fields,
  saved,
  onDone,
  own,
}: UseObjectFormOptions<Values>): ObjectForm {
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors(own);
  const warning = useUnsavedChanges(() => form.isDirty());
  const finish = (said: string) => {
    form.resetDirty();
    notifyDone(said);
    onDone?.();
  };
  const submit = async (values: Values, upon: number | undefined): Promise<void> => {
    setError(null);
    const outcome = await save(values, upon);
    if (!outcome.error) return finish(saved);
    if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
    setError(place(form, Object.keys(values), outcome.error));
  };
  const conflict = useConflict<Values>({ busy, fields, save: submit });
  return {
    onSubmit: form.onSubmit((values) => void submit(values, version)),
    error,
    refuse: setError,
    finish,
    dialogs: (
      <>
        {warning}
        {conflict.dialog}
      </>
    ),
  };
}
