import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { notifyDone } from '../../ui/notify.js';
import {
  type InvitationRowFragment,
  RenewInvitationDocument,
  RevokeInvitationDocument,
} from './invitations.generated.js';

const refetch = ['InvitationList', 'AssessmentRun'];

export interface Renewed {
  readonly person: string;
  readonly link: string;
}

export interface InvitationVerbs {
  renew: (invitation: InvitationRowFragment) => Promise<void>;
  revoke: (invitation: InvitationRowFragment) => Promise<void>;
  /** A new link, to be shown once. */
  renewed: Renewed | null;
  forgetRenewed: () => void;
  failure: AppError | null;
  dialog: ReactNode;
}

export function useInvitationVerbs(): InvitationVerbs {
  const { t } = useTranslation('assessments');
  const [confirm, dialog] = useConfirm();
  const [renewInvitation] = useAct(RenewInvitationDocument, { refetch });
  const [revokeInvitation] = useAct(RevokeInvitationDocument, { refetch });
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const nameOf = (invitation: InvitationRowFragment) => invitation.name || invitation.email || t('invitations.noName');

  const renew = async (invitation: InvitationRowFragment) => {
    const person = nameOf(invitation);
    const agreed = await confirm({
      title: t('invitations.renewTitle', { person }),
      consequence: t('invitations.renewBody'),
      act: t('invitations.renewConfirm'),
      destructive: false,
    });
    if (!agreed) return;
    const { data, error } = await renewInvitation({ id: invitation.id });
    setFailure(error ?? null);
    if (data) setRenewed({ person, link: data.renewInvitation.link });
  };

  const revoke = async (invitation: InvitationRowFragment) => {
    const agreed = await confirm({
      title: t('invitations.revokeTitle', { person: nameOf(invitation) }),
      consequence: t('invitations.revokeBody'),
      act: t('invitations.revokeConfirm'),
    });
    if (!agreed) return;
    const { error } = await revokeInvitation({ id: invitation.id });
    setFailure(error ?? null);
    if (!error) notifyDone(t('invitations.revoked'));
  };

  return { renew, revoke, renewed, forgetRenewed: () => setRenewed(null), failure, dialog };
}
