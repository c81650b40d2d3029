import { PasswordInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export const shortestPassword = 10;

interface NewPasswordProps {
  /** What `form.getInputProps` gives. */
  input: GetInputPropsReturnType;
  label?: string;
}

/** A password being chosen: says the rule before it is broken, and lets the browser's password manager help. */
export function NewPassword({ input, label }: NewPasswordProps) {
  const { t } = useTranslation('account');
  return (
    <PasswordInput
      label={label ?? t('password.new')}
      description={t('password.rule', { minimum: shortestPassword })}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      {...input}
    />
  );
}
