import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../api/app-error.js';
import { ErrorState } from './ErrorState.js';
import classes from './Form.module.css';

interface FormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
  /** The primary act, at the end. */
  act: string;
  busy?: boolean;
  disabled?: boolean;
  /** A refusal that belongs to the whole form; field errors stand beside their fields. */
  error?: AppError | null;
  /** Says that what was typed is still there; false where that is plain to see. */
  sayKept?: boolean;
  onCancel?: () => void;
  'aria-label'?: string;
}

/** One column, labels above, help under, errors beside, the primary act at the end. What was typed is always kept. */
export function Form({
  onSubmit,
  children,
  act,
  busy,
  disabled,
  error,
  sayKept = true,
  onCancel,
  ...label
}: FormProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.place}>
      <form className={classes.form} onSubmit={onSubmit} noValidate aria-label={label['aria-label']}>
        {children}
        {error && <ErrorState error={error} kept={sayKept && t('form.kept')} />}
        <div className={classes.end}>
          <Button type="submit" loading={busy} disabled={disabled}>
            {act}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel} disabled={busy}>
              {t('cancel')}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}

/** Acts that destroy stand apart from the form they concern. */
export function ApartFromForm({ children }: { children: ReactNode }) {
  return <div className={classes.apart}>{children}</div>;
}
