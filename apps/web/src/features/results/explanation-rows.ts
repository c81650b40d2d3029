/** Turns the inputs of one step of an explanation, whatever their shape, into names and values to be shown as a table. */
export type Plain = string | number | boolean | null;
export interface InputTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Plain[])[];
}
export interface StepInputs {
  readonly facts: readonly (readonly [name: string, value: Plain])[];
  readonly tables: readonly (InputTable & { readonly name: string })[];
}

const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nested values that are neither a fact nor a list of rows are written as they are: nothing is left out. */
const plain = (value: unknown): Plain => (isPlain(value) ? value : JSON.stringify(value));

function tableOf(list: readonly unknown[]): InputTable {
  if (!list.some(isRecord)) return { columns: ['value'], rows: list.map((value) => [plain(value)]) };
  const records = list.filter(isRecord);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => columns.map((column) => plain(record[column] ?? null))) };
}

export function stepInputs(inputs: unknown): StepInputs {
  if (Array.isArray(inputs)) return { facts: [], tables: inputs.length ? [{ name: '', ...tableOf(inputs) }] : [] };
  if (!isRecord(inputs)) return { facts: isPlain(inputs) && inputs !== null ? [['value', inputs]] : [], tables: [] };
  const facts: [string, Plain][] = [];
  const tables: (InputTable & { name: string })[] = [];
  for (const [name, value] of Object.entries(inputs)) {
    if (Array.isArray(value)) {
      if (value.length > 0) tables.push({ name, ...tableOf(value) });
    } else if (isRecord(value)) {
      for (const [inner, innerValue] of Object.entries(value)) facts.push([`${name}.${inner}`, plain(innerValue)]);
    } else facts.push([name, plain(value)]);
  }
  return { facts, tables };
}
