import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Authentication } from '../../platform/auth/authentication.js';
import { parseToken } from '../assessments/index.js';

/** `Authorization: Respondent <token>`: the link says for which organisation it is; whether it is good, its row says. */
@Injectable()
export class RespondentCredentials implements OnModuleInit {
  constructor(private readonly authentication: Authentication) {}

  onModuleInit(): void {
    this.authentication.register('respondent', async (token, locale) => {
      const parsed = parseToken(token);
      return parsed ? { kind: 'respondent', locale, ...parsed } : null;
    });
  }
}
