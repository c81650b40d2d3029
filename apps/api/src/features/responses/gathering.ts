/** What became of one of several that went together. */
export type Outcome<Result> = { readonly result: Result } | { readonly refusal: unknown };

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

interface Lane<Item, Result> {
  readonly waiting: Waiting<Item, Result>[];
  rounds: number;
}

/**
 * Lets what arrives while rounds of the same key are under way go together in the next one. Nobody waits for company:
 * what comes alone goes at once and alone. A round that fails is done again one by one, so that nobody fails for what
 * another sent – unless the reason is everybody's.
 */
export class Gathering<Item, Result> {
  private readonly lanes = new Map<string, Lane<Item, Result>>();

  constructor(
    private readonly limits: { readonly together: number; readonly sideBySide: number },
    private readonly act: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>,
    private readonly isEverybodys: (error: unknown) => boolean,
  ) {}

  add(key: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const lane = this.lanes.get(key) ?? { waiting: [], rounds: 0 };
      this.lanes.set(key, lane);
      lane.waiting.push({ item, resolve, reject });
      if (lane.rounds < this.limits.sideBySide) void this.drain(key, lane);
    });
  }

  private async drain(key: string, lane: Lane<Item, Result>): Promise<void> {
    lane.rounds += 1;
    while (lane.waiting.length > 0) await this.round(lane.waiting.splice(0, this.limits.together));
    lane.rounds -= 1;
    if (lane.rounds === 0) this.lanes.delete(key);
  }

  private async round(together: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await this.act(together.map(({ item }) => item));
      together.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome && 'result' in outcome) resolve(outcome.result);
        else reject(outcome ? outcome.refusal : new Error('A round left somebody without an outcome.'));
      });
    } catch (error) {
      if (together.length === 1 || this.isEverybodys(error)) for (const { reject } of together) reject(error);
      else for (const alone of together) await this.round([alone]);
    }
  }
}
