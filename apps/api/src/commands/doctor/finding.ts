export type State = 'ok' | 'warning' | 'problem' | 'unknown';

/** What one look at the installation found, and what to do about it where something is to be done. */
export interface Finding {
  readonly check: string;
  readonly state: State;
  readonly finding: string;
  readonly remedy?: string;
}

export const well = (check: string, finding: string): Finding => ({ check, state: 'ok', finding });
export const warning = (check: string, finding: string, remedy: string): Finding => ({
  check,
  state: 'warning',
  finding,
  remedy,
});
export const problem = (check: string, finding: string, remedy: string): Finding => ({
  check,
  state: 'problem',
  finding,
  remedy,
});
/** Could not be looked at, because something before it has a problem. */
export const unknown = (check: string, finding: string): Finding => ({ check, state: 'unknown', finding });

const MARKS: Readonly<Record<State, string>> = {
  ok: 'ok      ',
  warning: 'WARNING ',
  problem: 'PROBLEM ',
  unknown: '–       ',
};

export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings
    .flatMap(({ check, state, finding, remedy }) => [
      `${MARKS[state]}${check.padEnd(width)}  ${finding}`,
      ...(remedy ? [`${' '.repeat(MARKS[state].length + width + 2)}→ ${remedy}`] : []),
    ])
    .join('\n');
}
