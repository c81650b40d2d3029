import { Alert, Code } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { VerifyAuditDocument, type VerifyAuditMutation } from './audit.generated.js';

/** Recomputes the whole chain on the server and says, in so many words, whether anything was altered. */
export function useVerification(): [verify: () => Promise<void>, busy: boolean, verdict: ReactNode] {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormats();
  const [run, busy] = useAct(VerifyAuditDocument);
  const [result, setResult] = useState<VerifyAuditMutation['verifyAudit'] | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  const verify = async () => {
    setError(null);
    setResult(null);
    const outcome = await run({});
    if (outcome.error) return setError(outcome.error);
    setResult(outcome.data.verifyAudit);
  };

  if (error) return [verify, busy, <ErrorState key="error" error={error} onRetry={() => void verify()} />];
  if (!result) return [verify, busy, null];
  const Icon = result.intact ? IconShieldCheck : IconShieldX;
  const verdict = (
    <Alert
      role="status"
      variant="light"
      color={result.intact ? 'accent' : 'red'}
      icon={<Icon aria-hidden />}
      title={result.intact ? t('verify.intact') : t('verify.broken', { sequence: result.brokenAtSequence ?? 0 })}
      withCloseButton
      closeButtonLabel={t('verify.close')}
      onClose={() => setResult(null)}
      mb="md"
    >
      {t('verify.checked', { events: result.events, at: dateTime(result.checkedAt) })}
      {result.headHash && (
        <>
          {' '}
          {t('verify.head')} <Code>{result.headHash}</Code>
        </>
      )}
    </Alert>
  );
  return [verify, busy, verdict];
}
