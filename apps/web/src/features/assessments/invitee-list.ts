/**
 * Reads a pasted list of people: one line each, `name, email, group`, separated by comma, tab or semicolon (Chinese
 * punctuation too, because people paste from chat). Says for every line what stands against inviting it; invites nobody.
 */
export interface InviteeGroup {
  readonly id: string;
  readonly name: string;
}
export type InviteeProblem = 'no-group' | 'unknown-group' | 'bad-email' | 'duplicate-email' | 'nobody';
export interface InviteeLine {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly group: string;
  readonly raterGroupId: string | null;
  readonly problem: InviteeProblem | null;
}

const SEPARATOR = /[,\t;，；]/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;
const HEADINGS = new Set([
  'name',
  'email',
  'e-mail',
  'mail',
  'group',
  'rater group',
  '姓名',
  '邮箱',
  '邮件',
  '分组',
  '评价群体',
]);

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Splits one line, honouring double quotes so that `"Berg, Ana", ana@…` stays one name. */
export function splitFields(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && SEPARATOR.test(char)) {
      fields.push(field.trim());
      field = '';
    } else field += char;
  }
  return [...fields, field.trim()];
}

/** `Ana Berg <ana@example.org>` is two fields written as one. */
function unfold(fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const match = /^(.*)<([^<>]+@[^<>]+)>$/.exec(field);
    return match ? [match[1]!.trim(), match[2]!.trim()] : [field];
  });
}

function place(fields: readonly string[]): { name: string; email: string; group: string } {
  const at = fields.findIndex((field) => field.includes('@'));
  if (at < 0 && fields.length >= 3) return { name: fields[0]!, email: fields[1]!, group: fields[2]! };
  const rest = fields.filter((field, index) => index !== at && field !== '');
  // With an address in sight the order of the other two is name, then group; a lone one is a name when it stands before the address.
  if (rest.length >= 2) return { name: rest[0]!, email: fields[at] ?? '', group: rest[1]! };
  const before = at > 0 && fields[0] !== '';
  return before || at < 0
    ? { name: rest[0] ?? '', email: fields[at] ?? '', group: '' }
    : { name: '', email: fields[at] ?? '', group: rest[0] ?? '' };
}

export function readInviteeList(
  text: string,
  groups: readonly InviteeGroup[],
  defaultGroupId: string | null = null,
): InviteeLine[] {
  const byName = new Map(groups.map((group) => [folded(group.name), group.id]));
  const fallback = groups.length === 1 ? groups[0]!.id : defaultGroupId;
  const seen = new Set<string>();
  const lines: InviteeLine[] = [];
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    if (raw.trim() === '') return;
    const fields = unfold(splitFields(raw));
    if (lines.length === 0 && fields.every((field) => field === '' || HEADINGS.has(folded(field)))) return;
    const { name, email, group } = place(fields);
    const raterGroupId = group === '' ? fallback : (byName.get(folded(group)) ?? null);
    lines.push({ line: index + 1, name, email, group, raterGroupId, problem: null });
  });
  return lines.map((line) => {
    const address = folded(line.email);
    const duplicate = address !== '' && seen.has(address);
    seen.add(address);
    return { ...line, problem: problemOf(line, duplicate) };
  });
}

function problemOf(line: InviteeLine, duplicate: boolean): InviteeProblem | null {
  if (line.name === '' && line.email === '') return 'nobody';
  if (line.email !== '' && !EMAIL.test(line.email)) return 'bad-email';
  if (duplicate) return 'duplicate-email';
  if (line.raterGroupId === null) return line.group === '' ? 'no-group' : 'unknown-group';
  return null;
}
