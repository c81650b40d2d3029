import { Injectable } from '@nestjs/common';
import { answerChecker, type AnswerChecker, type MaturityModel } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { presentDimensions } from '../models/index.js';
import type { QuestionnaireType } from './response.type.js';

export interface PreparedModel {
  readonly model: MaturityModel;
  readonly checker: AnswerChecker;
  readonly questionnaire: QuestionnaireType;
}

const KEPT = 50;

/** Published versions never change, so what is made of them can be kept. Keys carry the organisation: ids alone would do, but isolation should not rest on that. */
@Injectable()
export class ModelCache {
  private readonly prepared = new Map<string, PreparedModel>();

  async get(transaction: Transaction, modelVersionId: string): Promise<PreparedModel> {
    const key = `${transaction.organizationId} ${modelVersionId}`;
    const known = this.prepared.get(key);
    if (known) return known;
    const [row] = await transaction.query<{ content: MaturityModel }>(
      'SELECT content FROM maturity_model_version WHERE organization_id = $1 AND id = $2',
      [transaction.organizationId, modelVersionId],
    );
    if (!row) throw new Error('The model version of a wave is missing.');
    const prepared: PreparedModel = {
      model: row.content,
      checker: answerChecker(row.content),
      questionnaire: {
        description: row.content.description,
        levels: [...row.content.levels],
        dimensions: presentDimensions(row.content),
      },
    };
    if (this.prepared.size >= KEPT) this.prepared.delete(this.prepared.keys().next().value as string);
    this.prepared.set(key, prepared);
    return prepared;
  }
}
