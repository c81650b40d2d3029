/** What every import says of itself, whatever its file holds. */
export interface ImportRunFacts {
  readonly id: string;
  readonly fileName: string;
  readonly state: 'PREVIEWED' | 'WAITING' | 'RUNNING' | 'COMPLETED' | 'REFUSED' | 'FAILED' | 'UNDONE';
  readonly undoing?: boolean;
  readonly jobId: string | null;
  /** Absent where the page says it elsewhere, null where a program brought it in. */
  readonly createdByName?: string | null;
  readonly createdAt: string;
}

/** An import that is being taken back says so, whatever it was before. */
export const shownState = ({ undoing, state }: ImportRunFacts) => (undoing ? 'UNDOING' : state);

/** Something is still being done about it. */
export const goesOn = ({ state, undoing }: ImportRunFacts): boolean =>
  state === 'WAITING' || state === 'RUNNING' || undoing === true;
