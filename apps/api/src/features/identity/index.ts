import { AccountEntity } from './account.entity.js';

export { IdentityModule } from './identity.module.js';
export { AccountEntity } from './account.entity.js';
export { checkPassword, hashPassword } from './password.js';
export { OrganizationType, RoleEnum } from './viewer.type.js';
export const identityEntities = [AccountEntity];
