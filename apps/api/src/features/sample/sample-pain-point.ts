/** How often it is met: so many of so many, and how that is known. */
type Frequency = readonly [count: number, base: number, evidence: string];

export interface SamplePainPoint {
  /** What feedback and initiatives know it by. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly kind?: 'common' | 'false_highlight';
  readonly touchpoints?: readonly string[];
  readonly personas?: readonly string[];
  readonly severity?: readonly [grade: number, evidence: string];
  readonly frequency?: Frequency;
  /** How far it has come; what follows from a verdict comes with the verdict. */
  readonly state: 'new' | 'confirmed' | 'planned' | 'fixed' | 'dismissed';
  readonly reason?: string;
  /** Of a common one: those that it gathers. */
  readonly gathers?: readonly string[];
  /**
   * Why it happens, a line for each why, indented by two blanks below what it explains, with its evidence behind ` | `; a star
   * marks a cause that explains enough to act upon.
   */
  readonly causes?: string;
}

export interface SampleCause {
  readonly depth: number;
  readonly text: string;
  readonly evidence: string;
  readonly root: boolean;
}

export function causesOf({ causes = '' }: SamplePainPoint): SampleCause[] {
  const lines = causes.split('\n').filter((line) => line.trim());
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  const outer = Math.min(...lines.map(indentOf));
  return lines.map((line) => {
    const root = line.trimStart().startsWith('* ');
    const [text = '', evidence = ''] = line
      .trim()
      .slice(root ? 2 : 0)
      .split(' | ');
    return { depth: (indentOf(line) - outer) / 2, text, evidence, root };
  });
}
