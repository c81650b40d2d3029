import type { InitiativePageFieldsFragment } from './initiatives.generated.js';

type PartLists = Pick<InitiativePageFieldsFragment, 'milestones' | 'actions' | 'risks'>;
export type PartOf<List extends keyof PartLists> = PartLists[List][number];

/** A form over one part of an initiative; without a part it adds one. */
export interface PartFormProps<List extends keyof PartLists> {
  initiativeId: string;
  part: PartOf<List> | undefined;
  onDone: () => void;
}
