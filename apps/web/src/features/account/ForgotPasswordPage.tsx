import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { OutsidePage } from '../../shell/OutsidePage.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { RequestPasswordResetDocument } from './account.generated.js';

export default function ForgotPasswordPage() {
  const { t } = useTranslation('account');
  const [request, busy] = useAct(RequestPasswordResetDocument);
  const [error, setError] = useState<AppError | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() ? null : t('email.missing')) },
  });

  const submit = form.onSubmit(async ({ email }) => {
    setError(null);
    const outcome = await request({ email: email.trim() });
    if (outcome.error) return setError(outcome.error);
    setSentTo(email.trim());
  });

  // The same answer whether or not the account exists: the page must not tell who has one.
  if (sentTo) {
    return (
      <OutsidePage title={t('forgot.sentTitle')} lead={t('forgot.sent', { email: sentTo })}>
        <LinkButton to="/sign-in" variant="default">
          {t('toSignIn')}
        </LinkButton>
      </OutsidePage>
    );
  }
  return (
    <OutsidePage title={t('forgot.title')} lead={t('forgot.lead')}>
      <Form onSubmit={submit} act={t('forgot.act')} busy={busy} error={error}>
        <TextInput
          label={t('email.label')}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <AppLink to="/sign-in" size="sm">
          {t('toSignIn')}
        </AppLink>
      </Form>
    </OutsidePage>
  );
}
