/** One line per issued link, to hand over or to merge into an office's own mail. Written in the browser: the server keeps no link. */
export interface IssuedLink {
  readonly name: string;
  readonly email: string;
  readonly group: string;
  readonly link: string;
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe; quotes double. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  // The byte-order mark makes spreadsheets read the Chinese names as UTF-8.
  return `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

export const invitationLinksCsv = (header: readonly string[], links: readonly IssuedLink[]): string =>
  csvTable(
    header,
    links.map((link) => [link.name, link.email, link.group, link.link]),
  );
