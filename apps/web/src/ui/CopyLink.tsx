import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './Announcer.js';

interface CopyLinkProps {
  value: string;
  label: string;
  /** What the copy button is called when "Copy link" is not it. */
  act?: string;
  description?: string;
}

/** A link or secret to be passed on: shown whole, selectable, and copied by one button that says it did. */
export function CopyLink({ value, label, act, description }: CopyLinkProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  return (
    <CopyButton value={value} timeout={3000}>
      {({ copied, copy }) => (
        <TextInput
          readOnly
          label={label}
          description={description}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: 'var(--ts-font-mono)' } }}
          inputContainer={(input) => (
            <Group gap="xs" wrap="nowrap">
              <div style={{ flex: 1, minWidth: 0 }}>{input}</div>
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                onClick={() => {
                  copy();
                  announce(t('copied'));
                }}
              >
                {copied ? t('copied') : (act ?? t('copyLink'))}
              </Button>
            </Group>
          )}
        />
      )}
    </CopyButton>
  );
}
