/** A condition of a step that is not met, with what to do about it; interfaces translate by `code`. */
export interface Unmet<Code extends string = string> {
  readonly code: Code;
  /** In English. */
  readonly remedy: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Whether a step may be taken now, and if not, everything that stands against it at once. */
export type Step<State extends string, Code extends string = string> =
  | { readonly allowed: true; readonly from: State; readonly to: State }
  | { readonly allowed: false; readonly from: State; readonly to: State; readonly unmet: readonly Unmet<Code>[] };

export function stepOrUnmet<State extends string, Code extends string>(
  from: State,
  to: State,
  unmet: readonly Unmet<Code>[],
): Step<State, Code> {
  return unmet.length === 0 ? { allowed: true, from, to } : { allowed: false, from, to, unmet };
}

/** Turns codes with their remedies into a function that names an unmet condition. */
export const unmetBy =
  <Remedies extends Readonly<Record<string, string>>>(remedies: Remedies) =>
  <Code extends keyof Remedies & string>(code: Code, params: Unmet['params'] = {}): Unmet<Code> => ({
    code,
    remedy: remedies[code]!,
    params,
  });
