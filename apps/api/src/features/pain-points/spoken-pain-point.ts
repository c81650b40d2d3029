import { graphqlName } from '../../platform/graphql/enum-names.js';
import { PainPointKindEnum, PainPointStateEnum } from './pain-point.enums.js';
import type { PainPointType } from './pain-point.type.js';

/** As GraphQL would say it: what travels in an error passes the schema by. */
export const spokenPainPoint = (painPoint: PainPointType): object => ({
  ...painPoint,
  kind: graphqlName(PainPointKindEnum, painPoint.kind),
  state: graphqlName(PainPointStateEnum, painPoint.state),
});
