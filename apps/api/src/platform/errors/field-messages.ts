import type { FieldProblem } from '@touchstone/domain';
import type { z } from 'zod';

/** What stands against the length of a text, wherever it is entered: the limit, and what to do about it. */
const TEXTS: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  too_long: {
    en: 'At most {maximum} characters are kept here. Shorten the text.',
    'zh-CN': '最多可填 {maximum} 个字符，请缩短内容。',
  },
  too_short: {
    en: 'At least {minimum} characters are needed. Add to the text.',
    'zh-CN': '至少需要 {minimum} 个字符，请补充内容。',
  },
};

/** A field's problem as the reader is told it: in general where there is a sentence for all fields, else as it was said. */
export function fieldMessage({ code, message, params = {} }: FieldProblem, locale: string): string {
  const text = TEXTS[code]?.[locale.startsWith('zh') ? 'zh-CN' : 'en'];
  if (!text) return message;
  const said = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return said.includes('{') ? message : said;
}

/** Checks of lengths by the name that the validator of inputs has for them: ours, and what its limit is called. */
const LENGTHS: Readonly<Record<string, readonly [code: string, limit: string]>> = {
  maxLength: ['too_long', 'maximum'],
  minLength: ['too_short', 'minimum'],
};

/** What the validator of inputs says against a field. It keeps a limit in its sentence alone, as the last number there. */
export function constraintProblem(path: string, constraint: string, message: string): FieldProblem {
  const [code, limit] = LENGTHS[constraint] ?? [];
  const number = /(\d+)\D*$/.exec(message)?.[1];
  if (!code || !limit || number === undefined) return { path, code: constraint, message };
  return { path, code, message, params: { [limit]: Number(number) } };
}

/** What a schema of a free form says against it. */
export function formProblems({ issues }: z.ZodError, prefix: string, code: string): FieldProblem[] {
  return issues.map((issue) => {
    const path = [prefix, ...issue.path].join('.');
    if (issue.code === 'too_big' && issue.origin === 'string')
      return { path, code: 'too_long', message: issue.message, params: { maximum: Number(issue.maximum) } };
    return { path, code, message: `${issue.message}.` };
  });
}
