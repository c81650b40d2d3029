import { useTranslation } from 'react-i18next';
import type { AppError } from '../api/app-error.js';

export interface ErrorText {
  happened: string;
  todo: string;
}

/** What happened and what to do, in the reader's language; the server's own sentence where it knows more. */
export function useErrorText(): (error: AppError) => ErrorText {
  const { t } = useTranslation('errors');
  return (error) => {
    return {
      // An internal error's sentence carries the log id, which is shown on its own.
      happened: (error.code !== 'INTERNAL' && error.message) || t(`${error.code}.happened`),
      todo: t(`${error.code}.todo`, { seconds: error.retryAfterSeconds ?? 60 }),
    };
  };
}
