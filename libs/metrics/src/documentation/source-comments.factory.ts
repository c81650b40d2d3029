import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One exported declaration as it stands in the source, with the text of its doc comment. */
export interface Declaration {
  file: string;
  kind: 'function' | 'interface' | 'type' | 'class' | 'const';
  name: string;
  /** The comment without its stars; empty when there is none. */
  comment: string;
}

/** Folders of this library whose declarations are public. */
export const AREAS = ['experience', 'raters', 'drivers', 'monitoring', 'effects'];
const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const DECLARATION = /^export (function|interface|type|class|const) (\w+)/gm;

/** The lines of the doc comment that ends right above `position`. */
function commentAbove(text: string, position: number): string {
  const before = text.slice(0, position).trimEnd();
  if (!before.endsWith('*/')) return '';
  const start = before.lastIndexOf('/**');
  return before
    .slice(start + 3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
}

/** Every exported declaration in the given folders of a library; in the areas of this one when none are given. */
export function declarations(areas: readonly string[] = AREAS, source = SOURCE): Declaration[] {
  return areas.flatMap((area) =>
    readdirSync(join(source, area))
      .filter((file) => file.endsWith('.ts') && !/\.(spec|factory)\.ts$|^index\.ts$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(source, area, file), 'utf8');
        return [...text.matchAll(DECLARATION)].map((match) => ({
          file: `${area}/${file}`,
          kind: match[1] as Declaration['kind'],
          name: match[2]!,
          comment: commentAbove(text, match.index),
        }));
      }),
  );
}

/** An example: code, and the result that it is said to have. */
export interface Example {
  code: string;
  expected: string;
}

/** The `@example` of a comment: code lines, then the result in line comments that begin with `// =>`. */
export function exampleOf(comment: string): Example | null {
  const example = comment.split(/^@example\s*$/m)[1]?.split(/^@\w+/m)[0];
  const [code, expected] = example?.split(/^\/\/ =>/m) ?? [];
  if (code === undefined || expected === undefined) return null;
  return { code, expected: expected.replace(/^\/\/ ?/gm, '').trim() };
}

/** The citation of a comment in one line: the paragraph that begins with `Source:`. */
export function sourceOf(comment: string): string {
  const paragraph = comment.split(/^Source: /m)[1]?.split(/\n\s*\n|\n@/)[0] ?? '';
  return paragraph
    .split(/\s*\n\s*/)
    .join(' ')
    .trim();
}
