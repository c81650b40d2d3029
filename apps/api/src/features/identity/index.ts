import { AccessTokenEntity } from './access-token.entity.js';
import { AccountEntity } from './account.entity.js';

export { IdentityModule } from './identity.module.js';
export { AccountEntity } from './account.entity.js';
export { checkedEmail } from './email.js';
export { endSessions, revokeTokens } from './end-access.js';
export { LOCALES } from './locale.js';
export { checkedName } from './named.js';
export { checkPassword, hashPassword } from './password.js';
export { SessionCookie } from './session-cookie.js';
export { type OpenedSession, SignInService } from './sign-in.service.js';
export { ViewerReadModel } from './viewer.read-model.js';
export { OrganizationType, RoleEnum, ViewerType } from './viewer.type.js';
export const identityEntities = [AccountEntity, AccessTokenEntity];
