import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '../api/app-error.js';
import classes from './ErrorState.module.css';
import { useErrorText } from './use-error-text.js';

interface ErrorStateProps {
  /** Anything thrown, or an error already understood. */
  error: unknown;
  /** What was kept: typed text, rows already imported. */
  kept?: ReactNode;
  onRetry?: () => void;
}

const understood = (error: unknown): error is AppError =>
  typeof error === 'object' && error !== null && 'code' in error && !(error instanceof Error);

/** Says what happened, what was kept, what to do, and the log id that helps an administrator find it. */
export function ErrorState({ error, kept, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const known = understood(error) ? error : toAppError(error);
  const { happened, todo } = useErrorText()(known);
  return (
    <div role="alert" className={classes.error}>
      <IconAlertTriangle className={classes.icon} size={22} aria-hidden />
      <div>
        <p className={classes.title}>{happened}</p>
        {kept && <p className={classes.text}>{kept}</p>}
        {todo && <p className={classes.text}>{todo}</p>}
        {known.logId && (
          <p className={classes.text}>
            {t('error.logId')} <Code>{known.logId}</Code>
          </p>
        )}
        {onRetry && (
          <div className={classes.acts}>
            <Button variant="default" size="xs" onClick={onRetry}>
              {t('error.retry')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
