/** The roles a membership can hold. Respondents are not members: they hold a link. */
export const ROLES = ['administrator', 'programme_office', 'team_lead', 'executive', 'contributor'] as const;
export type Role = (typeof ROLES)[number];

/** What an access token may be used for; a token never does more than its owner's role. */
export const TOKEN_SCOPES = ['read', 'write', 'import', 'export'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
