import { DomainError } from '@touchstone/domain';

/** Why a file cannot be read as a table; the texts, each with what the person can do about it, stand with all others. */
export type TableRefusal =
  | 'TABLE_EMPTY'
  | 'TABLE_NOT_A_SPREADSHEET'
  | 'TABLE_IS_A_WEB_PAGE'
  | 'TABLE_OLD_EXCEL'
  | 'TABLE_ENCRYPTED'
  | 'TABLE_TOO_LARGE'
  | 'TABLE_TOO_WIDE'
  | 'TABLE_DAMAGED'
  | 'TABLE_QUOTE_OPEN'
  | 'TABLE_SHEET_UNKNOWN'
  | 'TABLE_HEADER_ROW_EMPTY';

export class TableError extends DomainError {
  constructor(
    override readonly code: TableRefusal,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    const detail = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
    super(code, ['The file cannot be read as a table', ...detail].join('; '), params);
  }
}
