import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum AccessTokenScopeEnum {
  READ = 'read',
  WRITE = 'write',
  IMPORT = 'import',
  EXPORT = 'export',
}
registerEnumType(AccessTokenScopeEnum, { name: 'AccessTokenScope' });

@ObjectType('AccessToken')
export class AccessTokenType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => [AccessTokenScopeEnum]) scopes: AccessTokenScopeEnum[];
  @Field(() => Date) createdAt: Date;
  @Field(() => Date) expiresAt: Date;
  @Field(() => Date, { nullable: true, description: 'To the minute.' }) lastUsedAt: Date | null;
  @Field(() => Date, { nullable: true }) revokedAt: Date | null;
}

@ObjectType('IssuedAccessToken', { description: 'The secret is shown once: only its hash is kept.' })
export class IssuedAccessTokenType {
  @Field(() => AccessTokenType) accessToken: AccessTokenType;
  @Field() secret: string;
}
