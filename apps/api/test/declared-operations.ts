import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { PERMISSION, type Permission } from '../src/platform/authz/allow.decorator.js';
import type { TestApplication } from './test-application.js';

export type OperationKind = 'query' | 'mutation' | 'subscription' | 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Something that a request can ask for, and what it demands of whoever asks; undefined where nothing was declared. */
export interface DeclaredOperation {
  readonly kind: OperationKind;
  /** The root field, or the path. */
  readonly name: string;
  readonly permission: Permission | undefined;
}

type Handler = (...parameters: never[]) => unknown;

/** Every operation that the running application offers, with its declared permission, sorted. */
export function declaredOperations({ app }: TestApplication): DeclaredOperation[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const operations: DeclaredOperation[] = [];
  const permissionOf = (handler: Handler, type: Type) =>
    reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [handler, type]);

  const handlersOf = (type: Type | null): [string, Handler, Type][] =>
    type?.prototype
      ? scanner
          .getAllMethodNames(type.prototype as object)
          .map((name) => [name, (type.prototype as Record<string, Handler>)[name] as Handler, type])
      : [];

  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.providers.values()) {
      for (const [method, handler, type] of handlersOf(metatype as Type | null)) {
        const kind = Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string | undefined;
        if (!kind) continue;
        const name = (Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? method;
        operations.push({ kind: kind.toLowerCase() as OperationKind, name, permission: permissionOf(handler, type) });
      }
    }
    for (const { metatype } of module.controllers.values()) {
      for (const [, handler, type] of handlersOf(metatype as Type | null)) {
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const parts = [type, handler].map((holder) => Reflect.getMetadata(PATH_METADATA, holder) as string);
        const name = `/${parts
          .flatMap((part) => part.split('/'))
          .filter(Boolean)
          .join('/')}`;
        operations.push({
          kind: RequestMethod[method] as OperationKind,
          name,
          permission: permissionOf(handler, type),
        });
      }
    }
  }
  return operations.sort((a, b) => `${a.kind} ${a.name}`.localeCompare(`${b.kind} ${b.name}`));
}

/** The root fields of the schema as it is served: what a client can ask for, whoever declared it. */
export function rootFields({ app }: TestApplication): { kind: OperationKind; field: GraphQLField<unknown, unknown> }[] {
  const { schema } = app.get(GraphQLSchemaHost);
  const roots: [OperationKind, GraphQLObjectType | null | undefined][] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ];
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field: field as GraphQLField<unknown, unknown> })),
  );
}

/** The routes of the HTTP server itself: those of controllers, and whatever was put beside them. */
export function servedRoutes({ app }: TestApplication): string[] {
  const server = app.getHttpAdapter().getInstance() as unknown as { printRoutes(options: object): string };
  const routes: string[] = [];
  const path: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^([│ ]*)(?:├──|└──) (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!match) continue;
    const depth = (match[1] as string).length / 4;
    path.length = depth;
    path[depth] = match[2] as string;
    for (const method of match[3]?.split(', ') ?? []) routes.push(`${method} ${path.join('')}`);
  }
  return routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route)).sort();
}
