import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive with these files, as spreadsheet programs write them. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]));
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, entries, Buffer.from('PK\x05\x06'), end]);
}

export interface SheetDraft {
  readonly name: string;
  /** The rows as the format writes them: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook down to the cell: for what programs write and libraries that write spreadsheets do not. */
export function xlsxOf(sheets: readonly SheetDraft[], sharedStrings: readonly string[] = []): Buffer {
  const each = (text: (sheet: SheetDraft, number: number) => string) =>
    sheets.map((sheet, index) => text(sheet, index + 1)).join('');
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${NAMESPACE} xmlns:r="${RELATIONS}"><sheets>${each(
      ({ name, hidden }, number) =>
        `<sheet name="${name}" sheetId="${number}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${each((_, number) =>
      relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
    )}${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${NAMESPACE}>${sharedStrings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merges = [] }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${NAMESPACE}><sheetData>${rows}</sheetData>${
          merges.length > 0
            ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
            : ''
        }</worksheet>`,
      ]),
    ),
  });
}

/** A workbook of a few kilobytes that unpacks to a hundred megabytes and says so, or to more than it says. */
export function bombOf(kind: 'honest' | 'lying'): Buffer {
  const file = xlsxOf([
    { name: 'S', rows: `<row r="1">${' '.repeat(kind === 'honest' ? 100 * 1024 * 1024 : 5_000_000)}</row>` },
  ]);
  if (kind === 'lying') file.writeUInt32LE(1000, file.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
  return file;
}

/** Rows of plain cells: numbers as numbers, texts as texts, from row 1; an empty text makes no cell. */
export function plainRows(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        const place = `${String.fromCharCode(65 + column)}${row + 1}`;
        if (cell === '') return '';
        return typeof cell === 'number'
          ? `<c r="${place}"><v>${cell}</v></c>`
          : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
}
