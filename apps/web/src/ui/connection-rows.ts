export interface Connection<Node> {
  edges: readonly { node: Node }[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** What is asked of the query that reads a connection. */
export interface Paged {
  loading: boolean;
  error?: unknown;
  refetch: () => Promise<unknown>;
  fetchMore(options: { variables: { after: string | null | undefined } }): Promise<unknown>;
}

/** What a table says of a connection that is read page by page: spread into a `DataTable`. */
export const connectionRows = <Node>(query: Paged, connection: Connection<Node> | undefined) => ({
  rows: connection?.edges.map(({ node }) => node),
  loading: query.loading,
  error: query.error,
  onRetry: () => void query.refetch(),
  totalCount: connection?.totalCount,
  hasMore: connection?.pageInfo.hasNextPage,
  onMore: () => void query.fetchMore({ variables: { after: connection?.pageInfo.endCursor } }),
});
