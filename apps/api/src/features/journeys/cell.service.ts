import { Injectable } from '@nestjs/common';
import { ConflictError, type Evidence, RuleError, type TextLane, ValidationError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedEvidence } from './checked-evidence.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { EvidenceKindEnum } from './journey.enums.js';
import type { JourneyStageType } from './journey.type.js';
import { actorOf, openStage } from './open-map.js';

const LONGEST_TEXT = 4000;

interface CellRow extends Evidence {
  readonly text: string;
  readonly version: number;
}

export type CellText = { readonly text: string } & Partial<Evidence>;

/**
 * What stands in a cell, saved one cell at a time. Version 0 says that the writer saw it never filled. An emptied cell
 * keeps its row, so that its version goes on and nobody saves over what was written after.
 */
@Injectable()
export class CellService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maps: JourneyMapReadModel,
    private readonly changes: JourneyChanges,
  ) {}

  set(
    principal: Principal,
    stageId: string,
    lane: TextLane,
    version: number,
    content: CellText,
  ): Promise<JourneyStageType> {
    const { text, evidence, evidenceKind, evidenceOn } = checked(content);
    return this.change(principal, stageId, lane, async (transaction) => {
      const { organizationId } = transaction;
      const parameters = [
        organizationId,
        stageId,
        lane,
        text,
        evidence,
        evidenceKind,
        evidenceOn,
        actorOf(transaction),
      ];
      const written =
        version === 0
          ? await transaction.query(
              `INSERT INTO stage_cell (organization_id, stage_id, lane, text, evidence, evidence_kind, evidence_on, confirmed_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
              parameters,
            )
          : await transaction.query(
              `UPDATE stage_cell SET text = $4, evidence = $5, evidence_kind = $6, evidence_on = $7,
                 confirmed_by = $8, confirmed_at = now(), version = version + 1
               WHERE organization_id = $1 AND stage_id = $2 AND lane = $3 AND version = $9 RETURNING version`,
              [...parameters, version],
            );
      if (written.length === 0) throw await this.lostRace(transaction, stageId, lane);
      return text ? 'stage_cell.set' : 'stage_cell.cleared';
    });
  }

  /** Somebody looked: what the cell says still holds. */
  confirm(principal: Principal, stageId: string, lane: TextLane, version: number): Promise<JourneyStageType> {
    return this.change(principal, stageId, lane, async (transaction) => {
      const [before] = await this.read(transaction, stageId, lane);
      if (!before?.text) throw new RuleError('CELL_EMPTY', 'There is nothing in the cell to confirm.');
      const confirmed = await transaction.query(
        `UPDATE stage_cell SET confirmed_by = $5, confirmed_at = now(), version = version + 1
         WHERE organization_id = $1 AND stage_id = $2 AND lane = $3 AND version = $4 RETURNING version`,
        [transaction.organizationId, stageId, lane, version, actorOf(transaction)],
      );
      if (confirmed.length === 0) throw await this.lostRace(transaction, stageId, lane);
      return 'stage_cell.confirmed';
    });
  }

  private change(
    principal: Principal,
    stageId: string,
    lane: TextLane,
    act: (transaction: Transaction) => Promise<string>,
  ): Promise<JourneyStageType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const journeyId = await openStage(transaction, stageId, 'SHARE');
      const done = await act(transaction);
      // Which cell and not what it says: customers' own words may stand there.
      const changes = { journeyId, lane };
      transaction.audit({ act: done, objectKind: 'JourneyStage', objectId: stageId, changes });
      await this.changes.tell(transaction, journeyId, stageId);
      return this.maps.stageIn(transaction, stageId);
    });
  }

  private read({ query, organizationId }: Transaction, stageId: string, lane: TextLane): Promise<CellRow[]> {
    return query<CellRow>(
      `SELECT text, evidence, evidence_kind AS "evidenceKind", to_char(evidence_on, 'YYYY-MM-DD') AS "evidenceOn", version
       FROM stage_cell WHERE organization_id = $1 AND stage_id = $2 AND lane = $3`,
      [organizationId, stageId, lane],
    );
  }

  private async lostRace(transaction: Transaction, stageId: string, lane: TextLane): Promise<ConflictError> {
    const [current] = await this.read(transaction, stageId, lane);
    const nothing = { text: '', evidence: null, evidenceKind: null, evidenceOn: null, version: 0 };
    const evidenceKind = current?.evidenceKind && graphqlName(EvidenceKindEnum, current.evidenceKind);
    return new ConflictError('Cell', current ? { ...current, evidenceKind } : nothing);
  }
}

/** An emptied cell claims nothing, and so rests on nothing. */
function checked({ text: written, ...evidence }: CellText): Evidence & { text: string } {
  const text = written.trim();
  if (text.length > LONGEST_TEXT) {
    const maximum = LONGEST_TEXT;
    throw ValidationError.of('text', 'too_long', `Use at most ${maximum} characters.`, { maximum });
  }
  return { text, ...checkedEvidence(text ? evidence : {}) };
}
