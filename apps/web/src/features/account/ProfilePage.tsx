import { useApolloClient } from '@apollo/client/react';
import { PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { changeLocale } from '../../i18n/i18n.js';
import { localeNames, locales, nearestLocale } from '../../i18n/locales.js';
import { useViewer } from '../../session/session.js';
import { UpdateProfileDocument } from '../../session/viewer.generated.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { DigestPreference } from '../concerns/index.js';
import { NewPassword, shortestPassword } from './NewPassword.js';
import { ChangePasswordDocument } from './profile.generated.js';

export default function ProfilePage() {
  const { t } = useTranslation(['account', 'shell']);
  const viewer = useViewer();
  return (
    <>
      <PageHeader title={t('profile.title')} owner={viewer.email} period={t(`shell:role.${viewer.role}`)} />
      <Stack>
        <AboutMe />
        <DigestPreference />
        <ChangePassword />
      </Stack>
    </>
  );
}

function AboutMe() {
  const { t } = useTranslation('account');
  const viewer = useViewer();
  const [update, busy] = useAct(UpdateProfileDocument);
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { name: viewer.name, locale: nearestLocale(viewer.locale) },
    validate: { name: (value) => (value.trim() ? null : t('name.missing')) },
  });
  const warning = useUnsavedChanges(form.isDirty());

  const submit = form.onSubmit(async ({ name, locale }) => {
    setError(null);
    const outcome = await update({ name: name.trim(), locale });
    if (outcome.error) return setError(place(form, ['name', 'locale'], outcome.error));
    form.resetDirty();
    await changeLocale(locale);
    notifyDone(t('profile.saved'));
  });

  return (
    <Panel title={t('profile.about')}>
      <Form onSubmit={submit} act={t('profile.save')} busy={busy} disabled={!form.isDirty()} error={error}>
        <TextInput
          label={t('name.label')}
          description={t('name.help')}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('profile.language')}
          description={t('profile.languageHelp')}
          allowDeselect={false}
          data={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          {...form.getInputProps('locale')}
        />
      </Form>
      {warning}
    </Panel>
  );
}

function ChangePassword() {
  const { t } = useTranslation('account');
  const viewer = useViewer();
  const client = useApolloClient();
  const [change, busy] = useAct(ChangePasswordDocument);
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('password.missing')),
      newPassword: (value) =>
        value.length < shortestPassword ? t('password.rule', { minimum: shortestPassword }) : null,
    },
  });

  const submit = form.onSubmit(async (passwords) => {
    setError(null);
    const outcome = await change(passwords);
    if (outcome.error) return setError(place(form, ['currentPassword', 'newPassword'], outcome.error));
    form.reset();
    // Other sessions end with the old password; this one is asked for anew.
    await client.refetchQueries({ include: ['Viewer'] });
    notifyDone(t('profile.passwordChanged'));
  });

  return (
    <Panel title={t('profile.password')}>
      <Form onSubmit={submit} act={t('profile.changePassword')} busy={busy} error={error}>
        <input type="email" autoComplete="username" value={viewer.email} readOnly hidden />
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.getInputProps('currentPassword')}
        />
        <NewPassword input={form.getInputProps('newPassword')} />
      </Form>
    </Panel>
  );
}
