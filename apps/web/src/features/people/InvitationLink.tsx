import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { CopyLink } from '../../ui/CopyLink.js';

export interface IssuedLink {
  link: string;
  expiresAt: string;
  mailed: boolean;
}

/** An invitation's link, in the only moment it is known: the server keeps its hash alone. */
export function InvitationLink({ issued, email }: { issued: IssuedLink; email: string }) {
  const { t } = useTranslation('people');
  const { dateTime } = useFormats();
  return (
    <Alert variant="light" title={t('link.title')}>
      <Stack gap="sm">
        {issued.mailed ? t('link.mailed', { email }) : t('link.notMailed')}
        <CopyLink
          label={t('link.label')}
          description={t('link.once', { until: dateTime(issued.expiresAt) })}
          value={issued.link}
        />
      </Stack>
    </Alert>
  );
}
