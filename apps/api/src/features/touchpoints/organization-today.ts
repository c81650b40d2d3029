/** Which day it is in the organisation's own calendar; `organization` is the column or parameter that holds its id. */
export const todayOf = (organization: string): string =>
  `(SELECT (now() AT TIME ZONE time_zone)::date FROM organization WHERE id = ${organization})`;
