import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type FieldProblem, ValidationError } from '@touchstone/domain';

/** No input of ours nests deeper; what does is made to exhaust whatever walks it. */
const DEEPEST = 32;

/**
 * Refuses texts that PostgreSQL cannot keep – the null character and halves of characters – and names the field, whatever
 * operation it belongs to. Without this each statement would fail in its own way, and none would say where.
 */
@Injectable()
export class StorableTextPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    // Principals and contexts are ours.
    if (type === 'custom') return value;
    const problems = problemsIn(value, data ?? '');
    if (problems.length > 0) throw new ValidationError(problems);
    return value;
  }
}

function problemsIn(root: unknown, name: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: root, path: name, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') {
      if (!isStorable(value)) problems.push(unstorable(path, value));
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return [{ path: name, code: 'too_deep', message: 'This nests deeper than anything here.' }];
      for (const [key, entry] of Object.entries(value)) {
        if (!isStorable(key)) problems.push(unstorable(path, key));
        waiting.push({ value: entry, path: path ? `${path}.${key}` : key, depth: depth + 1 });
      }
    }
  }
  return problems.reverse();
}

const UNSTORABLE = /\p{Cs}|\0/u;
/** Whether PostgreSQL can keep a text; those inside of files are asked of where they are read. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

const unstorable = (path: string, text: string): FieldProblem => ({
  path,
  code: 'unstorable_character',
  message: 'This holds a character that cannot be kept. Write the text anew.',
  // A model file has thousands of lines.
  params: { line: text.slice(0, text.search(UNSTORABLE)).split('\n').length },
});
