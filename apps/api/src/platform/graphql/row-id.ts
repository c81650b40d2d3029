import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';

/** An id as it came in, fit for a statement: what is no id of ours names nothing that exists. */
export function rowId(id: string, what: string): string {
  if (!isUuid(id)) throw new NotFoundError(what);
  return id;
}
