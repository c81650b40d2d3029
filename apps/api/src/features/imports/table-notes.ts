import type { TableNote } from '../../platform/tables/index.js';

type Texts = Readonly<Record<TableNote['code'], { readonly en: string; readonly 'zh-CN': string }>>;

const TEXTS: Texts = {
  ENCODING_GUESSED: {
    en: 'The file does not say how its characters are encoded; it was read as {encoding}. Check that names look right.',
    'zh-CN': '文件没有注明字符编码，已按 {encoding} 读取，请核对文字显示是否正确。',
  },
  ROWS_ABOVE_HEADER: {
    en: 'Rows above the header that were left out: {count}.',
    'zh-CN': '表头上方有 {count} 行未读取。',
  },
  HEADERS_NAMED: {
    en: 'Columns without a name, or with the name of another column: {count}. They were given one.',
    'zh-CN': '有 {count} 列没有列名或与其他列重名，已自动命名。',
  },
  MERGED_CELLS: {
    en: 'Cells merged over several rows: {count}. Each of these rows was given the value.',
    'zh-CN': '有 {count} 处跨行合并的单元格，其值已填入所跨的每一行。',
  },
  ERROR_CELLS: {
    en: 'Cells that show an error such as #DIV/0!: {count}. As answers they are problems.',
    'zh-CN': '有 {count} 个单元格显示 #DIV/0! 之类的错误，作为答案时会报告为问题。',
  },
  FORMULAS_WITHOUT_VALUE: {
    en: 'Formulas that were never computed: {count}. Open the file in a spreadsheet program and save it to have their values.',
    'zh-CN': '有 {count} 个公式尚未计算。请用表格软件打开并保存，以写入计算结果。',
  },
  HIDDEN_SHEETS: { en: 'Hidden sheets that are not offered: {count}.', 'zh-CN': '有 {count} 张隐藏的工作表未列出。' },
  ROW_COUNT_ESTIMATED: {
    en: 'The file is large: its rows were counted by its lines, and may be fewer.',
    'zh-CN': '文件较大，行数按换行估算，实际可能略少。',
  },
};

export function tableNote(note: TableNote, locale: string): string {
  const text = TEXTS[note.code][locale.startsWith('zh') ? 'zh-CN' : 'en'];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    // Each note has the values that its own text names.
    const value = (note as unknown as Record<string, string | number>)[name];
    return String(name === 'encoding' ? String(value).toUpperCase() : value);
  });
}
