import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { InvitationLink, type IssuedLink } from './InvitationLink.js';
import { InvitePersonDocument, type Role } from './people.generated.js';
import { leadsWithinTeams, RoleFields } from './RoleFields.js';

export function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('people');
  const [invite, busy] = useAct(InvitePersonDocument, { refetch: ['People'] });
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const [issued, setIssued] = useState<(IssuedLink & { email: string }) | null>(null);
  const form = useForm({
    initialValues: {
      email: '',
      name: '',
      role: 'CONTRIBUTOR' as Role,
      teamIds: [] as string[],
      leadOfTeamIds: [] as string[],
    },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('invite.emailInvalid')),
      name: (value) => (value.trim() ? null : t('invite.nameMissing')),
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());

  const submit = form.onSubmit(async (values) => {
    setError(null);
    const email = values.email.trim();
    const outcome = await invite({
      ...values,
      email,
      name: values.name.trim(),
      leadOfTeamIds: leadsWithinTeams(values),
    });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    form.resetDirty();
    setIssued({ ...outcome.data.invitePerson, email });
  });

  if (issued) {
    return (
      <Stack>
        <InvitationLink issued={issued} email={issued.email} />
        <div>
          <Button onClick={onDone}>{t('invite.done')}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <Form onSubmit={submit} act={t('invite.act')} busy={busy} error={error} onCancel={onDone}>
      <TextInput
        label={t('column.email')}
        description={t('invite.emailHelp')}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <TextInput label={t('column.name')} autoComplete="off" {...form.getInputProps('name')} />
      <RoleFields form={form} />
      {warning}
    </Form>
  );
}
