import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  ForbiddenError,
  LONGEST_FILTER,
  LONGEST_VIEW_NAME,
  MOST_OWN_VIEWS,
  MOST_SHARED_VIEWS,
  RuleError,
  ValidationError,
  type ViewPage,
  viewQuery,
} from '@touchstone/domain';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { SavedViewEntity } from './saved-view.entity.js';
import type { SavedViewChangeInput, SavedViewInput, SavedViewType } from './saved-view.type.js';
import { SavedViewsReadModel } from './saved-views.read-model.js';

interface ViewValues {
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

/**
 * Keeps views. What is searched for may be somebody's name, and a view of one's own is nobody else's business: the audit
 * trail says that a view was changed and whether all see it, not what it is called or looks for.
 */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SavedViewsReadModel,
  ) {}

  create(member: MemberPrincipal, page: ViewPage, input: SavedViewInput): Promise<SavedViewType> {
    const view = checked(page, input);
    return this.unitOfWork.write(member, async (transaction) => {
      const { organizationId, manager } = transaction;
      const { membershipId } = member;
      await demandRoom(transaction, page, membershipId, { own: true, shared: view.shared });
      const id = newId();
      await once(() =>
        manager.getRepository(SavedViewEntity).insert({ organizationId, id, membershipId, page, ...view }),
      );
      const changes = { page, shared: view.shared };
      transaction.audit({ act: 'saved_view.created', objectKind: 'SavedView', objectId: id, changes });
      return this.views.oneIn(transaction, member, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: SavedViewChangeInput): Promise<SavedViewType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { before, seen } = await this.changeable(transaction, member, id, version);
      const view = checked(before.page, {
        name: input.name ?? before.name,
        query: input.query ?? before.query,
        shared: input.shared ?? before.shared,
      });
      const sharing = view.shared && !before.shared;
      await demandRoom(transaction, before.page, before.membershipId, { own: false, shared: sharing });
      await once(() => compareAndSet(transaction, SavedViewEntity, 'Saved view', before.id, version, view));
      const changed = (['name', 'query'] as const).filter((field) => view[field] !== before[field]);
      const shared = view.shared !== before.shared && { shared: { before: before.shared, after: view.shared } };
      const changes = { page: before.page, changed, ...shared };
      transaction.audit({ act: 'saved_view.updated', objectKind: 'SavedView', objectId: before.id, changes });
      // From what was seen, because another's view that is no longer shared is out of sight by now.
      return { ...seen, ...view, mayUpdate: seen.mine || view.shared, version: version + 1 };
    });
  }

  /** For good: a view holds nothing that is not in the list itself. */
  remove(member: MemberPrincipal, id: string, version: number): Promise<string> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { before } = await this.changeable(transaction, member, id, version);
      const { organizationId, manager } = transaction;
      await manager.getRepository(SavedViewEntity).delete({ organizationId, id: before.id });
      const changes = { page: before.page, shared: before.shared };
      transaction.audit({ act: 'saved_view.removed', objectKind: 'SavedView', objectId: before.id, changes });
      return before.id;
    });
  }

  /** The row, locked, once it is known that the member sees it and may change it. */
  private async changeable(transaction: Transaction, member: MemberPrincipal, id: string, version: number) {
    const { organizationId, manager } = transaction;
    const before = await manager.getRepository(SavedViewEntity).findOne({
      where: { organizationId, id: rowId(id, 'Saved view') },
      lock: { mode: 'pessimistic_write' },
    });
    const seen = await this.views.oneIn(transaction, member, id);
    if (!seen.mayUpdate) throw new ForbiddenError('A shared view is changed by its owner or the programme office.');
    if (before?.version !== version) throw new ConflictError('Saved view', seen);
    return { before, seen };
  }
}

async function demandRoom(
  { query, organizationId }: Transaction,
  page: ViewPage,
  membershipId: string,
  wanted: { own: boolean; shared: boolean },
): Promise<void> {
  const [kept] = await query<{ own: number; shared: number }>(
    `SELECT count(*) FILTER (WHERE membership_id = $3)::int AS own, count(*) FILTER (WHERE shared)::int AS shared
     FROM saved_view WHERE organization_id = $1 AND page = $2 AND (shared OR membership_id = $3)`,
    [organizationId, page, membershipId],
  );
  const full = (maximum: number) =>
    new RuleError('TOO_MANY_VIEWS', `There are ${maximum} views already; remove one first.`, { maximum });
  if (wanted.own && (kept?.own ?? 0) >= MOST_OWN_VIEWS) throw full(MOST_OWN_VIEWS);
  if (wanted.shared && (kept?.shared ?? 0) >= MOST_SHARED_VIEWS) throw full(MOST_SHARED_VIEWS);
}

function checked(page: ViewPage, input: SavedViewInput): ViewValues {
  const name = checkedName(input.name);
  if (name.length > LONGEST_VIEW_NAME) {
    const maximum = LONGEST_VIEW_NAME;
    throw ValidationError.of('name', 'too_long', `Use at most ${maximum} characters.`, { maximum });
  }
  const kept = viewQuery(page, input.query);
  if ('query' in kept) return { name, query: kept.query, shared: input.shared ?? false };
  switch (kept.problem) {
    case 'required':
      throw ValidationError.of('query', 'required', 'Set at least one filter.');
    case 'too_long':
      throw ValidationError.of('query', 'too_long', `Use at most ${LONGEST_FILTER} characters in a filter.`, {
        maximum: LONGEST_FILTER,
      });
    default:
      throw ValidationError.of('query', 'invalid', `Name each filter of the list of ${page} once, and no others.`);
  }
}

const once = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken('saved_view_name_once', () => ValidationError.of('name', 'taken', 'Another one has this name.'), work);
