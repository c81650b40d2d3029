import { Injectable } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import { newId } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { CauseInput } from './pain-point.input.js';
import { PainPointService } from './pain-point.service.js';
import type { PainPointType } from './pain-point.type.js';

export const MOST_CAUSES = 200;

interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly text: string;
  readonly evidence: string;
  readonly root: boolean;
}

/** Why a pain point happens: the whole tree is kept at once, so that two who work on it see each other. */
@Injectable()
export class CausesService {
  constructor(private readonly painPoints: PainPointService) {}

  keep(principal: Principal, id: string, version: number, causes: readonly CauseInput[]): Promise<PainPointType> {
    return this.painPoints.change(
      principal,
      id,
      version,
      async ({ query, organizationId, principal: actor }, before) => {
        const placed = placedIn(causes);
        const known = new Set(before.causes.map((cause) => cause.id));
        const stranger = placed.findIndex((cause, index) => causes[index]?.id && !known.has(cause.id));
        if (stranger >= 0)
          throw ValidationError.of(`causes.${stranger}.id`, 'unknown', 'This cause was removed meanwhile.');
        const ids = placed.map((cause) => cause.id);
        // First those that stay and those that come, then those that go: whatever hung below these has moved by then.
        await query(
          `INSERT INTO cause (organization_id, id, pain_point_id, parent_id, position, text, evidence, root, created_by)
         SELECT $1, g.id, $2, g."parentId", g.position, g.text, g.evidence, g.root, $3
         FROM jsonb_to_recordset($4) g (id uuid, "parentId" uuid, position integer, text text, evidence text, root boolean)
         ON CONFLICT (organization_id, id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position,
           text = excluded.text, evidence = excluded.evidence, root = excluded.root, version = cause.version + 1`,
          [organizationId, id, actor.kind === 'member' ? actor.membershipId : null, JSON.stringify(placed)],
        );
        await query('DELETE FROM cause WHERE organization_id = $1 AND pain_point_id = $2 AND id <> ALL($3)', [
          organizationId,
          id,
          ids,
        ]);
        const roots = (list: readonly { readonly root: boolean }[]) => list.filter(({ root }) => root).length;
        const changes = {
          causes: { before: before.causes.length, after: placed.length },
          roots: { before: roots(before.causes), after: roots(placed) },
        };
        return { act: 'painPoint.explained', set: {}, changes };
      },
    );
  }
}

/** From order and depth to parents: the parent of a cause is the last one before it that stands one higher. */
function placedIn(causes: readonly CauseInput[]): Placed[] {
  if (causes.length > MOST_CAUSES)
    throw ValidationError.of('causes', 'too_many', `At most ${MOST_CAUSES} causes.`, { maximum: MOST_CAUSES });
  const path: string[] = [];
  const seen = new Set<string>();
  return causes.map((cause, position) => {
    // Lists are not looked into by the validators of their inputs.
    if (cause.depth < 0 || cause.depth > path.length)
      throw ValidationError.of(
        `causes.${position}.depth`,
        'too_deep',
        'A cause explains the one that it stands below.',
      );
    const id = cause.id ? rowId(cause.id, 'Cause') : newId();
    if (seen.has(id)) throw ValidationError.of(`causes.${position}.id`, 'twice', 'This cause is given twice.');
    seen.add(id);
    const text = cause.text.trim();
    if (!text) throw ValidationError.of(`causes.${position}.text`, 'required', 'Say why.');
    const evidence = cause.evidence?.trim() ?? '';
    demandShort(`causes.${position}.text`, text, 1000);
    demandShort(`causes.${position}.evidence`, evidence, 2000);
    path.length = cause.depth;
    const parentId = path.at(-1) ?? null;
    path.push(id);
    return { id, parentId, position, text, evidence, root: cause.root ?? false };
  });
}

function demandShort(path: string, text: string, maximum: number): void {
  if (text.length > maximum)
    throw ValidationError.of(path, 'too_long', `Use at most ${maximum} characters.`, { maximum });
}
