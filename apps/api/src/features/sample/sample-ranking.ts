/** What a touchpoint weighs when the data ranks, by its name. */
export interface SampleWeight {
  readonly touchpoint: string;
  readonly weight?: readonly [weight: number, n: number];
  /** In a month, and where that is known from. */
  readonly volume?: readonly [volume: number, source: string];
}

/** A round of leaders and data; days are counted from today. */
export interface SampleRanking {
  readonly name: string;
  readonly opened: number;
  readonly closesOn: number;
  /** Keys of opportunities. */
  readonly items: readonly string[];
  readonly judges: readonly string[];
  /** Who has handed in: on which day, and the keys in their order. */
  readonly orders: readonly (readonly [judge: string, day: number, order: readonly string[]])[];
  readonly revealed?: number;
  readonly agreed?: { readonly day: number; readonly order: readonly string[]; readonly reason: string };
}
