import type { ReorganisationInput, Responsibility } from './ownership.generated.js';

export interface ReorganisationChoices {
  from: string | null;
  to: string | null;
  day: string;
  /** None: whatever the team's part is. */
  parts: Responsibility[];
  /** Null: every touchpoint of the team. */
  chosen: string[] | null;
}

/** What the server can be asked; null until enough has been chosen. */
export function reorganisationInput({
  from,
  to,
  day,
  parts,
  chosen,
}: ReorganisationChoices): ReorganisationInput | null {
  if (!from || !to || !day || chosen?.length === 0) return null;
  return {
    fromTeamId: from,
    toTeamId: to,
    day,
    responsibilities: parts.length > 0 ? parts : null,
    touchpointIds: chosen,
  };
}
