import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { InvitationRowFragment } from './invitations.generated.js';
import { INVITATION_TONES } from './state-tone.js';
import type { InvitationVerbs } from './use-invitation-verbs.js';

const column = createColumnHelper<InvitationRowFragment>();

/**
 * @param verbs null when the reader may only look.
 * @param anonymous nobody is shown who has begun or answered: then "not opened" would be a claim.
 */
export function useInvitationColumns(
  verbs: InvitationVerbs | null,
  anonymous: boolean,
): Columns<InvitationRowFragment> {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const personOf = (row: InvitationRowFragment) => row.name || row.email || t('invitations.noName');
  const mailText = ({ mailedAt, remindedAt, reminderCount, email }: InvitationRowFragment) => {
    if (remindedAt) return t('invitations.reminded', { count: reminderCount, date: formats.date(remindedAt) });
    if (mailedAt) return t('invitations.mailed', { date: formats.date(mailedAt) });
    return email ? t('invitations.notMailed') : t('invitations.noEmail');
  };
  return [
    column.accessor(personOf, {
      id: 'person',
      header: t('invitations.person'),
      meta: { fixed: true },
      cell: ({ row: { original } }) => (
        <>
          {personOf(original)}
          {original.name && original.email && <div>{original.email}</div>}
        </>
      ),
    }),
    column.accessor('raterGroupName', { header: t('invitations.group') }),
    column.accessor('state', {
      header: t('invitations.state'),
      cell: ({ row: { original } }) => (
        <>
          <StatusBadge tone={INVITATION_TONES[original.state]}>
            {anonymous && original.state === 'ISSUED'
              ? t('invitations.invited')
              : t(`invitationState.${original.state}`)}
          </StatusBadge>
          {original.hasDraft && original.state === 'OPENED' && ` ${t('invitations.hasDraft')}`}
        </>
      ),
    }),
    column.accessor(mailText, { id: 'mail', header: t('invitations.mail') }),
    column.accessor('expiresAt', {
      header: t('invitations.expires'),
      cell: ({ getValue }) => formats.date(getValue()),
    }),
    ...(verbs
      ? [
          column.display({
            id: 'acts',
            header: () => <span className="ts-visually-hidden">{t('invitations.act')}</span>,
            meta: { fixed: true, label: t('invitations.act') },
            cell: ({ row: { original } }) =>
              original.state === 'SUBMITTED' ? null : (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon variant="subtle" aria-label={t('invitations.actions', { person: personOf(original) })}>
                      <IconDots size={16} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => void verbs.renew(original)}>{t('invitations.renew')}</Menu.Item>
                    {original.state !== 'REVOKED' && (
                      <Menu.Item color="red" onClick={() => void verbs.revoke(original)}>
                        {t('invitations.revoke')}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              ),
          }),
        ]
      : []),
  ];
}
