import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/imports.json';

type ProblemCode = keyof (typeof texts)['problem']['code'];

/** The reason in the reader's language; the server's own sentence where it says more than the code. */
export function useProblemText(): (problem: { readonly code: string; readonly message: string }) => string {
  const { t, i18n } = useTranslation('imports');
  return ({ code, message }) =>
    // The server writes English unless asked otherwise; Chinese readers get ours where there is one.
    i18n.language !== 'en' && i18n.exists(`problem.code.${code}`, { ns: 'imports' })
      ? t(`problem.code.${code as ProblemCode}`)
      : message;
}
