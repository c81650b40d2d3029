import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { TokenScope } from '@touchstone/domain';
import type { DataSource } from 'typeorm';
import { Authentication } from '../../platform/auth/authentication.js';
import { parseSecret } from '../../platform/auth/organization-secret.js';
import { APP_DATABASE } from '../../platform/database/database.tokens.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { TOKEN_PREFIX } from './access-token.service.js';
import { memberOf, type PrincipalRow } from './session.service.js';

/** `Authorization: Bearer tsp_…`: one statement turns it into the member it stands for, narrowed to its scopes. */
@Injectable()
export class AccessTokenCredentials implements OnModuleInit {
  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.register('bearer', (credential) => this.resolve(credential));
  }

  private async resolve(credential: string): Promise<MemberPrincipal | null> {
    const secret = credential.startsWith(TOKEN_PREFIX) ? parseSecret(credential.slice(TOKEN_PREFIX.length)) : null;
    if (!secret) return null;
    const [row] = await this.database.query<(PrincipalRow & { scopes: TokenScope[] })[]>(
      'SELECT * FROM principal_of_access_token($1, $2)',
      [secret.organizationId, secret.hash],
    );
    return row ? { ...memberOf(row), scopes: row.scopes } : null;
  }
}
