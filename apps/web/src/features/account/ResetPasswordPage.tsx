import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { OutsidePage } from '../../shell/OutsidePage.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ResetPasswordDocument } from './account.generated.js';
import { NewPassword, shortestPassword } from './NewPassword.js';
import { useLinkToken } from './use-link-token.js';

export default function ResetPasswordPage() {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const [reset, busy] = useAct(ResetPasswordDocument);
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const [done, setDone] = useState(false);
  const form = useForm({
    initialValues: { newPassword: '' },
    validate: {
      newPassword: (value) =>
        value.length < shortestPassword ? t('password.rule', { minimum: shortestPassword }) : null,
    },
  });

  const submit = form.onSubmit(async ({ newPassword }) => {
    setError(null);
    const outcome = await reset({ token, newPassword });
    if (outcome.error) return setError(place(form, ['newPassword'], outcome.error));
    setDone(true);
  });

  if (!token) {
    return (
      <OutsidePage title={t('reset.goneTitle')} lead={t('reset.gone')}>
        <LinkButton to="/forgot-password">{t('forgot.act')}</LinkButton>
      </OutsidePage>
    );
  }
  if (done) {
    return (
      <OutsidePage title={t('reset.doneTitle')} lead={t('reset.done')}>
        <LinkButton to="/sign-in">{t('toSignIn')}</LinkButton>
      </OutsidePage>
    );
  }
  return (
    <OutsidePage title={t('reset.title')} lead={t('reset.lead')}>
      <Form onSubmit={submit} act={t('reset.act')} busy={busy} error={error}>
        <NewPassword input={form.getInputProps('newPassword')} />
        {error && (
          <AppLink to="/forgot-password" size="sm">
            {t('reset.again')}
          </AppLink>
        )}
      </Form>
    </OutsidePage>
  );
}
