import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFieldText } from '../../ui/field-errors.js';
import { CreateInvitationsDocument } from './invitations.generated.js';
import { inviteParts } from './invite-parts.js';
import type { InviteeLine } from './invitee-list.js';
import type { IssuedLink } from './issued-link.js';

const refetch = ['InvitationList', 'AssessmentRun'];

export interface InviteOutcome {
  /** How many letters are on their way; their links are made when they are written and shown to nobody. */
  readonly mailed: number;
  /** Links to hand over, shown this once. */
  readonly links: readonly IssuedLink[];
}

interface Invite {
  send: (lines: readonly InviteeLine[], byMail: boolean) => Promise<InviteOutcome | null>;
  busy: boolean;
  failure: AppError | null;
  /** What the server has against single lines, by line number. */
  refused: ReadonlyMap<number, string>;
  /** After any change of the list: what was said of the old one does not hold for the new. */
  forget: () => void;
}

/** Invites in one or two goes: letters for those with an address, links for the rest. A go that succeeded is not repeated. */
export function useInvite(assessmentId: string): Invite {
  const { i18n } = useTranslation('assessments');
  const fieldText = useFieldText();
  const [create, busy] = useAct(CreateInvitationsDocument, { refetch });
  const [failure, setFailure] = useState<AppError | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<number, string>>(new Map());
  const done = useRef(new Map<boolean, readonly IssuedLink[]>());
  const key = useRef(crypto.randomUUID());

  const send = async (lines: readonly InviteeLine[], byMail: boolean): Promise<InviteOutcome | null> => {
    for (const part of inviteParts(lines, byMail)) {
      if (done.current.has(part.sendMail)) continue;
      const { data, error } = await create({
        assessmentId,
        sendMail: part.sendMail,
        // Asked again after a lost answer, links to hand over are made anew; letters that have left must keep theirs.
        idempotencyKey: part.sendMail ? null : key.current,
        invitees: part.lines.map(({ name, email, raterGroupId }) => ({
          raterGroupId: raterGroupId ?? '',
          name: name || null,
          email: email || null,
          locale: i18n.language,
        })),
      });
      if (error) {
        const against = new Map(
          (error.fields ?? []).flatMap((field) => {
            const index = /(?:^|\.)invitees\.(\d+)\./.exec(field.path)?.[1];
            const line = index === undefined ? undefined : part.lines[Number(index)];
            return line ? [[line.line, fieldText(field)] as const] : [];
          }),
        );
        setRefused(against);
        setFailure(against.size > 0 ? null : error);
        return null;
      }
      done.current.set(
        part.sendMail,
        data.createInvitations.map(({ link, invitation }) => ({
          link,
          name: invitation.name ?? '',
          email: invitation.email ?? '',
          group: invitation.raterGroupName,
        })),
      );
    }
    setFailure(null);
    return { mailed: done.current.get(true)?.length ?? 0, links: done.current.get(false) ?? [] };
  };
  const forget = () => {
    done.current.clear();
    key.current = crypto.randomUUID();
    setRefused(new Map());
    setFailure(null);
  };
  return { send, busy, failure, refused, forget };
}
