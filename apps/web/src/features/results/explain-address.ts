/** The score whose computation is shown, as it stands in the address: `PRACTICE:journey-atlas:` or with a group's id. */
import type { NodeKind } from './results.generated.js';

export interface ScoreAddress {
  readonly nodeKind: NodeKind;
  readonly nodeId: string;
  readonly groupId: string | null;
}

const KINDS: readonly NodeKind[] = ['OVERALL', 'DIMENSION', 'PRACTICE'];

export const writeScoreAddress = ({ nodeKind, nodeId, groupId }: ScoreAddress): string =>
  [nodeKind, nodeId, groupId ?? ''].join(':');

export function readScoreAddress(text: string | undefined): ScoreAddress | null {
  const [kind, nodeId, groupId] = (text ?? '').split(':');
  const nodeKind = KINDS.find((each) => each === kind);
  return nodeKind && nodeId ? { nodeKind, nodeId, groupId: groupId || null } : null;
}
