/** Letters need an address; whoever has none gets a link by hand, in a go of its own. */
import type { InviteeLine } from './invitee-list.js';

export interface InvitePart {
  readonly sendMail: boolean;
  readonly lines: readonly InviteeLine[];
}

export function inviteParts(lines: readonly InviteeLine[], byMail: boolean): InvitePart[] {
  const parts = byMail
    ? [
        { sendMail: true, lines: lines.filter((line) => line.email !== '') },
        { sendMail: false, lines: lines.filter((line) => line.email === '') },
      ]
    : [{ sendMail: false, lines }];
  return parts.filter((part) => part.lines.length > 0);
}
