import { graphqlName } from '../../platform/graphql/enum-names.js';
import { FeedbackSourceEnum } from '../feedback/index.js';
import type { SavedMappingType } from '../observations/index.js';
import { FeedbackTargetEnum } from './feedback-import.type.js';
import { type FeedbackMapping, mappingInForm } from './feedback-mapping.js';

/** As GraphQL would say it, so that it may be sent back unchanged. */
export const spokenMapping = (mapping: FeedbackMapping): object => ({
  ...mapping,
  columns: mapping.columns.map(({ column, target }) => ({ column, target: graphqlName(FeedbackTargetEnum, target) })),
  source: mapping.source ? graphqlName(FeedbackSourceEnum, mapping.source) : null,
});

export const spokenSaved = (saved: SavedMappingType): SavedMappingType => ({
  ...saved,
  mapping: spokenMapping(mappingInForm(saved.mapping)),
});
