import type { UseFormReturnType } from '@mantine/form';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AppError } from '../api/app-error.js';
import type { Outcome } from '../api/use-act.js';
import { type Catalogue, usePlaceFieldErrors } from './field-errors.js';
import { notifyDone } from './notify.js';
import { type EditedField, useConflict } from './use-conflict.js';
import { useUnsavedChanges } from './use-unsaved-changes.js';

interface UseObjectFormOptions<Values, Data> {
  form: UseFormReturnType<Values>;
  /** The version that was read, by which a second saver is noticed; undefined for what is new. */
  version: number | undefined;
  /** Creates where no version is given, and updates that version otherwise. */
  save: (values: Values, version: number | undefined) => Promise<Outcome<NoInfer<Data>>>;
  busy: boolean;
  /** As a second saver is shown them; none where there is nothing yet that a second could have saved. */
  fields?: EditedField<Values>[];
  /** Said once it is saved; nothing where the page that opens says it. */
  saved?: string;
  /** Where the form closes once it is saved, or ended by an act beside it. */
  onDone?: () => void;
  /** In place of `onDone` where saving leads elsewhere. */
  onSaved?: (data: Data) => void;
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
export function useObjectForm<Values extends object, Data = unknown>({
  form,
  version,
  save,
  busy,
  fields = [],
  saved,
  onDone,
  onSaved = onDone,
  own,
}: UseObjectFormOptions<Values, Data>): ObjectForm {
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors(own);
  const warning = useUnsavedChanges(() => form.isDirty());
  const close = (said: string | undefined, leave: (() => void) | undefined) => {
    form.resetDirty();
    if (said) notifyDone(said);
    leave?.();
  };
  const submit = async (values: Values, upon: number | undefined): Promise<void> => {
    setError(null);
    const outcome = await save(values, upon);
    if (!outcome.error) return close(saved, () => onSaved?.(outcome.data));
    if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
    setError(place(form, Object.keys(values), outcome.error));
  };
  const conflict = useConflict<Values>({ busy, fields, save: submit });
  return {
    onSubmit: form.onSubmit((values) => void submit(values, version)),
    error,
    refuse: setError,
    finish: (said) => close(said, onDone),
    dialogs: (
      <>
        {warning}
        {conflict.dialog}
      </>
    ),
  };
}
