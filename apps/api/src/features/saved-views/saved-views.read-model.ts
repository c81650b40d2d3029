import { Injectable } from '@nestjs/common';
import { NotFoundError, type ViewPage } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { SavedViewType } from './saved-view.type.js';

const COLUMNS = { membershipId: 'v.membership_id', shared: 'v.shared' };

/** One's own views of a list and those that are shared, in one statement; both are limited in number, so none is paged. */
@Injectable()
export class SavedViewsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(member: MemberPrincipal, page: ViewPage): Promise<SavedViewType[]> {
    const [answer] = await this.unitOfWork.read(member, ({ query }) => {
      const { view, seen, parameters } = partsFor(member, 4);
      return query<{ views: SavedViewType[] | null }>(
        `SELECT json_agg(${view} ORDER BY lower(v.name), v.id) AS views FROM ${VIEWS}
         WHERE v.organization_id = $1 AND v.page = $3 AND ${seen}`,
        [member.organizationId, member.membershipId, page, ...parameters],
      );
    });
    return answer?.views ?? [];
  }

  /** Another’s that is not shared does not exist for the reader. */
  async oneIn({ query }: Transaction, member: MemberPrincipal, id: string): Promise<SavedViewType> {
    const { view, seen, parameters } = partsFor(member, 4);
    const [row] = await query<{ view: SavedViewType }>(
      `SELECT ${view} AS view FROM ${VIEWS} WHERE v.organization_id = $1 AND v.id = $3 AND ${seen}`,
      [member.organizationId, member.membershipId, id, ...parameters],
    );
    if (!row) throw new NotFoundError('Saved view');
    return row.view;
  }
}

const VIEWS = `saved_view v JOIN membership o ON o.organization_id = v.organization_id AND o.id = v.membership_id`;

/** `$2` is the reader's membership. */
function partsFor(member: MemberPrincipal, firstParameter: number) {
  const ability = abilityOf(member);
  const seen = abilityToSql(ability, 'read', 'SavedView', COLUMNS, firstParameter);
  const next = firstParameter + seen.parameters.length;
  const changed = abilityToSql(ability, 'update', 'SavedView', COLUMNS, next);
  return {
    view: `json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'shared', v.shared, 'ownerName', o.name,
      'mine', v.membership_id = $2, 'mayUpdate', ${changed.sql}, 'version', v.version)`,
    seen: seen.sql,
    parameters: [...seen.parameters, ...changed.parameters],
  };
}
