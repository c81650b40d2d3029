/** Where a line (from 1) begins and ends in a text, for selecting it; a line past the end selects the last one. */
export function rangeOfLine(text: string, line: number): readonly [from: number, to: number] {
  let from = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}
