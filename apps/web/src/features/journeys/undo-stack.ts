import type { AppError } from '../../api/app-error.js';

export type Undone = { version: number } | { error: AppError };

/** One act of the reader's own that can be taken back. */
export interface UndoableAct {
  /** What it changed, such as a cell: later acts on the same thing share it. */
  on: string;
  /** The version in which the act left it. */
  version: number;
  /** Puts back what stood there before, if the thing is still in the version given. */
  undo: (version: number) => Promise<Undone>;
}

const DEEPEST = 100;

/**
 * The reader's own last acts, latest first. Taking one back is a change itself and moves the version on: what lies deeper
 * on the same thing has to name that version, or it would be taken for a colleague's change.
 */
export class UndoStack {
  private readonly acts: UndoableAct[] = [];
  private readonly versions = new Map<string, number>();

  get size(): number {
    return this.acts.length;
  }

  push(act: UndoableAct): void {
    this.acts.push(act);
    this.versions.set(act.on, act.version);
    if (this.acts.length > DEEPEST) this.acts.shift();
  }

  /** Null where there is nothing to take back. An act that cannot be taken back is gone: what it made has been changed since. */
  async undo(): Promise<Undone | null> {
    const act = this.acts.pop();
    if (!act) return null;
    const undone = await act.undo(this.versions.get(act.on) ?? act.version);
    if ('error' in undone) {
      // A lost connection takes nothing back and leaves it to be tried again.
      if (undone.error.code === 'OFFLINE' || undone.error.code === 'UNAVAILABLE') this.acts.push(act);
    } else this.versions.set(act.on, undone.version);
    return undone;
  }
}
