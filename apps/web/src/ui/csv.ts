/** Small tables made in the browser, to be opened in a spreadsheet. */

/** A cell that a spreadsheet would take for a formula is led by an apostrophe; quotes double. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  // The byte-order mark makes spreadsheets read Chinese names as UTF-8.
  return `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
