import { SetMetadata } from '@nestjs/common';
import type { Action, Subject } from '@touchstone/domain';

/** What an operation demands. Every operation declares one; an operation without is refused. */
export type Permission =
  | { readonly kind: 'ability'; readonly action: Action; readonly subject: Subject }
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' };

export const PERMISSION = 'touchstone:permission';

/** Only for those whose role allows the action on the subject. Row conditions are applied by the read model. */
export const Allow = (action: Action, subject: Subject) =>
  SetMetadata<string, Permission>(PERMISSION, { kind: 'ability', action, subject });

/** For everybody, signed in or not: signing in itself, and what must work before it. */
export const AllowAnyone = () => SetMetadata<string, Permission>(PERMISSION, { kind: 'anyone' });

/** For every member, whatever the role: acts on one's own session. */
export const AllowSignedIn = () => SetMetadata<string, Permission>(PERMISSION, { kind: 'signed-in' });
