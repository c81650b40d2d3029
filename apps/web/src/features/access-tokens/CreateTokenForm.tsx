import { Alert, Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { CopyLink } from '../../ui/CopyLink.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { daysFromNow } from './token-state.js';
import { type AccessTokenScope, CreateAccessTokenDocument } from './tokens.generated.js';

const scopes: AccessTokenScope[] = ['READ', 'WRITE', 'IMPORT', 'EXPORT'];
const lifetimes = ['7', '30', '90', '365'];

export function CreateTokenForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('tokens');
  const [create, busy] = useAct(CreateAccessTokenDocument, { refetch: ['AccessTokens'] });
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', scopes: ['READ'] as AccessTokenScope[], days: '90' },
    validate: {
      name: (value) => (value.trim() ? null : t('create.nameMissing')),
      scopes: (value) => (value.length ? null : t('create.scopesMissing')),
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());

  const submit = form.onSubmit(async ({ name, scopes: chosen, days }) => {
    setError(null);
    const expiresAt = daysFromNow(Number(days));
    const outcome = await create({ name: name.trim(), scopes: chosen, expiresAt });
    if (outcome.error) return setError(place(form, ['name', 'scopes'], outcome.error));
    form.resetDirty();
    setSecret(outcome.data.createAccessToken.secret);
  });

  if (secret) {
    return (
      <Stack>
        <Alert variant="light" title={t('secret.title')}>
          <CopyLink label={t('secret.label')} description={t('secret.once')} act={t('secret.copy')} value={secret} />
        </Alert>
        <div>
          <Button onClick={onDone}>{t('secret.done')}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <Form onSubmit={submit} act={t('create.act')} busy={busy} error={error} onCancel={onDone}>
      <TextInput
        label={t('column.name')}
        description={t('create.nameHelp')}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={t('column.scopes')} description={t('create.scopesHelp')} {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} description={t(`scopeOpens.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t('create.lifetime')}
        description={t('create.lifetimeHelp')}
        allowDeselect={false}
        data={lifetimes.map((days) => ({ value: days, label: t('create.days', { days: Number(days) }) }))}
        {...form.getInputProps('days')}
      />
      {warning}
    </Form>
  );
}
