import { useApolloClient, useQuery } from '@apollo/client/react';
import { PasswordInput, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { enterSession } from '../../session/session.js';
import { OutsidePage } from '../../shell/OutsidePage.js';
import { LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import {
  AcceptMembershipInvitationDocument,
  MembershipInvitationDocument,
  type MembershipInvitationQuery,
} from './account.generated.js';
import { NewPassword, shortestPassword } from './NewPassword.js';
import { useLinkToken } from './use-link-token.js';

type Preview = NonNullable<MembershipInvitationQuery['membershipInvitation']>;

export default function InvitationPage() {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const { data, loading, error, refetch } = useQuery(MembershipInvitationDocument, {
    variables: { token },
    skip: !token,
    fetchPolicy: 'network-only',
  });
  if (loading) {
    return (
      <OutsidePage title={t('invitation.title')}>
        <Skeleton height={220} />
      </OutsidePage>
    );
  }
  if (error) {
    return (
      <OutsidePage title={t('invitation.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </OutsidePage>
    );
  }
  const preview = data?.membershipInvitation;
  if (!preview) {
    return (
      <OutsidePage title={t('invitation.goneTitle')} lead={t('invitation.gone')}>
        <LinkButton to="/sign-in">{t('toSignIn')}</LinkButton>
      </OutsidePage>
    );
  }
  return <Accept token={token} preview={preview} />;
}

function Accept({ token, preview }: { token: string; preview: Preview }) {
  const { t } = useTranslation(['account', 'shell']);
  const { dateTime } = useFormats();
  const client = useApolloClient();
  const router = useRouter();
  const [accept, busy] = useAct(AcceptMembershipInvitationDocument);
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (preview.hasAccount || value.trim() ? null : t('name.missing')),
      password: (value) => {
        if (!value) return t('password.missing');
        const tooShort = !preview.hasAccount && value.length < shortestPassword;
        return tooShort ? t('password.rule', { minimum: shortestPassword }) : null;
      },
    },
  });

  const submit = form.onSubmit(async ({ name, password }) => {
    setError(null);
    const outcome = await accept({ token, name: name.trim(), password });
    if (outcome.error) return setError(place(form, ['name', 'password'], outcome.error));
    await enterSession(client, outcome.data.acceptMembershipInvitation);
    await router.navigate({ to: '/' });
  });

  return (
    <OutsidePage
      title={t('invitation.to', { organization: preview.organizationName })}
      lead={t('invitation.lead', {
        role: t(`shell:role.${preview.role}`),
        email: preview.email,
        until: dateTime(preview.expiresAt),
      })}
    >
      <Form onSubmit={submit} act={t('invitation.act')} busy={busy} error={error}>
        {/* Lets a password manager file the password under the right name. */}
        <input type="email" autoComplete="username" value={preview.email} readOnly hidden />
        {preview.hasAccount ? (
          <PasswordInput
            label={t('password.label')}
            description={t('invitation.existing')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            {...form.getInputProps('password')}
          />
        ) : (
          <>
            <TextInput
              label={t('name.label')}
              description={t('name.help')}
              autoComplete="name"
              {...form.getInputProps('name')}
            />
            <NewPassword input={form.getInputProps('password')} />
          </>
        )}
      </Form>
    </OutsidePage>
  );
}
