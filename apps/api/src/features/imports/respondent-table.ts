const WORDS = 4;
const NOBODY = -1;

/**
 * Who was met in a file, in flat arrays: a file of a million respondents costs tens of megabytes, not hundreds. Respondents
 * are known by 16 bytes that a keyed hash made of them, and get numbers in the order in which they first appear.
 */
export class RespondentTable {
  private keys = new Int32Array(0);
  private slots = new Int32Array(1024).fill(NOBODY);
  private rows = new Int32Array(0);
  private groups = new Int16Array(0);
  private staged = new Uint8Array(0);
  private answered = new Uint8Array(0);
  private count = 0;
  private readonly bytesEach: number;

  constructor(items: number) {
    this.bytesEach = Math.ceil(items / 8);
  }

  /** The number of a respondent; a new one is entered with the row where it was met. */
  meet(key: Buffer, row: number): { readonly number: number; readonly isNew: boolean } {
    if ((this.count + 1) * 2 > this.slots.length) this.grow();
    const words = [key.readInt32LE(0), key.readInt32LE(4), key.readInt32LE(8), key.readInt32LE(12)] as const;
    const slot = this.slotOf(words[0], words[1], words[2], words[3]);
    const known = this.slots[slot]!;
    if (known !== NOBODY) return { number: known, isNew: false };
    const number = this.count;
    this.count += 1;
    this.reserve();
    this.slots[slot] = number;
    this.keys.set(words, number * WORDS);
    this.rows[number] = row;
    this.groups[number] = NOBODY;
    return { number, isNew: true };
  }

  firstRow(respondent: number): number {
    return this.rows[respondent]!;
  }

  /** Null until a row has said it. */
  group(respondent: number): number | null {
    const group = this.groups[respondent]!;
    return group === NOBODY ? null : group;
  }

  setGroup(respondent: number, group: number): void {
    this.groups[respondent] = group;
  }

  /** True the first time only. */
  markStaged(respondent: number): boolean {
    if (this.staged[respondent] === 1) return false;
    this.staged[respondent] = 1;
    return true;
  }

  hasAnswered(respondent: number, item: number): boolean {
    return (this.answered[respondent * this.bytesEach + (item >> 3)]! & (1 << (item & 7))) !== 0;
  }

  markAnswered(respondent: number, item: number): void {
    this.answered[respondent * this.bytesEach + (item >> 3)]! |= 1 << (item & 7);
  }

  private slotOf(a: number, b: number, c: number, d: number): number {
    const mask = this.slots.length - 1;
    for (let slot = a & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known === NOBODY) return slot;
      const at = known * WORDS;
      const { keys } = this;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(NOBODY);
    for (let number = 0; number < this.count; number += 1) {
      const at = number * WORDS;
      const [a, b, c, d] = this.keys.subarray(at, at + WORDS);
      this.slots[this.slotOf(a!, b!, c!, d!)] = number;
    }
  }

  private reserve(): void {
    if (this.count <= this.rows.length) return;
    const room = Math.max(1024, this.rows.length * 2);
    this.keys = enlarged(this.keys, new Int32Array(room * WORDS));
    this.rows = enlarged(this.rows, new Int32Array(room));
    this.groups = enlarged(this.groups, new Int16Array(room));
    this.staged = enlarged(this.staged, new Uint8Array(room));
    this.answered = enlarged(this.answered, new Uint8Array(room * this.bytesEach));
  }
}

function enlarged<T extends Int32Array | Int16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
