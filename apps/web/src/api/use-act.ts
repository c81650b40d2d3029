import type { ApolloCache, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { type AppError, toAppError } from './app-error.js';

export type Outcome<Data> = { data: Data; error?: undefined } | { data?: undefined; error: AppError };

interface ActOptions<Data> {
  /** Names of queries on screen that the act makes stale. */
  refetch?: string[];
  update?: (cache: ApolloCache, data: Data) => void;
}

/** A mutation whose failure is a value, so that a form can keep what was typed and say what happened. */
export function useAct<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { refetch, update }: ActOptions<Data> = {},
): [act: (variables: Variables) => Promise<Outcome<Data>>, busy: boolean] {
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<Data, OperationVariables>);
  const act = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      try {
        const result = await mutate({
          variables,
          refetchQueries: refetch,
          update: update && ((cache, { data }) => data && update(cache, data as Data)),
        });
        return { data: result.data as Data };
      } catch (error) {
        return { error: toAppError(error) };
      }
    },
    [mutate, refetch, update],
  );
  return [act, loading];
}
