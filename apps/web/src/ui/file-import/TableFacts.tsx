import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './FileImport.module.css';

/** What was made of an uploaded file; encoding and delimiter where it is text. */
export interface SeenTable {
  readonly fileName: string;
  readonly format: string;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly sheets: string[];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly notes: readonly string[];
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly sampleRows: readonly (readonly string[])[];
}

interface TableFactsProps {
  table: SeenTable;
  onSheet: (sheet: string) => void;
  onHeaderRow: (row: number) => void;
  onOtherFile: () => void;
}

/** How the file was read, so that a wrong encoding or header row is seen before anything is mapped. */
export function TableFacts({ table, onSheet, onHeaderRow, onOtherFile }: TableFactsProps) {
  const { t } = useTranslation('fileImport');
  const { number, list } = useFormats();
  const facts = [
    table.format.toUpperCase(),
    table.encoding && t('table.encoding', { encoding: table.encoding.toUpperCase() }),
    table.delimiter && t('table.delimiter', { delimiter: table.delimiter === '\t' ? 'Tab' : table.delimiter }),
    t('table.rows', { count: table.rowCount }),
    t('table.columns', { count: table.columns.length }),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <div className={classes.page} style={{ marginBlockStart: 0 }}>
      <p className={classes.help}>
        <strong>{table.fileName}</strong> · {list(facts.map(String))}
      </p>
      {table.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      {table.rowCount === 0 && <p className={classes.note}>{t('table.empty')}</p>}
      <div className={classes.side}>
        {table.sheets.length > 1 && (
          <NativeSelect
            label={t('table.sheet')}
            data={table.sheets}
            value={table.sheet ?? ''}
            onChange={(event) => onSheet(event.currentTarget.value)}
          />
        )}
        <NumberInput
          label={t('table.headerRow')}
          description={t('table.headerRowHelp')}
          min={1}
          allowDecimal={false}
          value={table.headerRow}
          onChange={(value) =>
            typeof value === 'number' && value >= 1 && value !== table.headerRow && onHeaderRow(value)
          }
        />
        <Button variant="default" onClick={onOtherFile}>
          {t('table.otherFile')}
        </Button>
      </div>
      <div className={classes.samples} role="region" aria-label={t('table.sample')} tabIndex={0}>
        <table>
          <caption className="ts-visually-hidden">{t('table.sample')}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.index} scope="col">
                  {column.header || number(column.index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sampleRows.slice(0, 5).map((row, index) => (
              <tr key={index}>
                {table.columns.map((column) => (
                  <td key={column.index}>{row[column.index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
