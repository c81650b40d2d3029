import { useApolloClient } from '@apollo/client/react';
import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { enterSession } from '../../session/session.js';
import { OutsidePage } from '../../shell/OutsidePage.js';
import { AppLink } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { SignInDocument } from './account.generated.js';

export default function SignInPage() {
  const { t } = useTranslation('account');
  const client = useApolloClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [signIn, busy] = useAct(SignInDocument);
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('email.missing')),
      password: (value) => (value ? null : t('password.missing')),
    },
  });

  const submit = form.onSubmit(async ({ email, password }) => {
    setError(null);
    const outcome = await signIn({ email: email.trim(), password });
    if (outcome.error) return setError(outcome.error);
    await enterSession(client, outcome.data.signIn);
    router.history.push(next ?? '/');
  });

  return (
    <OutsidePage title={t('signIn.title')} lead={t('signIn.lead')}>
      <Form
        onSubmit={submit}
        act={t('signIn.act')}
        busy={busy}
        error={error}
        sayKept={false}
        aria-label={t('signIn.title')}
      >
        <TextInput
          label={t('email.label')}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password.label')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.getInputProps('password')}
        />
        <AppLink to="/forgot-password" size="sm">
          {t('signIn.forgot')}
        </AppLink>
      </Form>
      <Text size="sm" c="dimmed" mt="lg">
        {t('signIn.noAccount')}
      </Text>
    </OutsidePage>
  );
}
