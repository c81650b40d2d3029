import { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';

@ObjectType('PageInfo')
export class PageInfoType {
  @Field() hasNextPage: boolean;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfoType;
  totalCount: number;
}

/** A Relay connection over a type: `connectionOf('Team', TeamType)` makes TeamEdge and TeamConnection. */
export function connectionOf<Node>(name: string, node: Type<Node>): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field() cursor: string;
    @Field(() => node) node: Node;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => PageInfoType) pageInfo: PageInfoType;
    @Field(() => Int) totalCount: number;
  }
  return ConnectionType as Type<Connection<Node>>;
}

export const LARGEST_PAGE = 100;

export interface Page {
  readonly first: number;
  /** The sort key of the row after which to go on, as the cursor kept it; null for the beginning. */
  readonly after: readonly (string | number | null)[] | null;
}

/** What a value of a cursor has to be, so that it fits the statement it goes into: cursors come back from clients. */
export type CursorKey = 'text' | 'instant' | 'id' | 'number';

const FITS: Readonly<Record<CursorKey, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  instant: (value) =>
    typeof value === 'string' &&
    /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  id: isUuid,
  // What our lists count fits an integer of the database; what does not is no cursor that we gave.
  number: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647,
};

/** Checks a page's arguments. `keys` is what this list's cursor holds. */
export function pageOf(first: number, after: string | null | undefined, keys: readonly CursorKey[]): Page {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw ValidationError.of('first', 'out_of_range', `Ask for 1 to ${LARGEST_PAGE} rows.`, {
      minimum: 1,
      maximum: LARGEST_PAGE,
    });
  }
  if (!after) return { first, after: null };
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === keys.length && keys.every((key, index) => FITS[key](values[index])))
      return { first, after: values as (string | number | null)[] };
  } catch {
    // Falls through to the one refusal below.
  }
  throw ValidationError.of('after', 'bad_cursor', 'Use the endCursor of the page before.');
}

/**
 * Makes a connection of rows that were read with one row more than asked for: that row says whether there is more.
 * `key` gives the values that the list is sorted by, so that the next page starts exactly there.
 */
export function connectionFrom<Node>(
  rows: readonly Node[],
  page: Page,
  totalCount: number,
  key: (node: Node) => readonly (string | number | null)[],
): Connection<Node> {
  const shown = rows.slice(0, page.first);
  const edges = shown.map((node) => ({ cursor: Buffer.from(JSON.stringify(key(node))).toString('base64url'), node }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > page.first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  };
}
