/**
 * Reads YAML 1.2 from a stranger: refuses by length before looking, then walks the tokens and refuses what makes a
 * parser slow or recurse without end (deep nesting, aliases, tags, token floods), and only then builds the values,
 * remembering where each of them stands.
 */
import { CST, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type Node } from 'yaml';
import {
  modelProblem,
  type ModelProblem,
  type ModelProblemCode,
  type Position,
  type ProblemParams,
} from './model-problem.js';

export const MAX_SOURCE_BYTES = 1_048_576;
const MAX_TOKENS = 200_000;
const MAX_FLOW_DEPTH = 16;
const MAX_INDENT = 80;
const MAX_INDICATORS_PER_LINE = 8;

export type PathSegment = string | number;

/** Where things stand in the source. */
export interface SourceMap {
  /** The position of the value at a path, or of the nearest thing around it that the source has. */
  valueAt(path: readonly PathSegment[]): Position;
  /** The position of the key that introduces the path (for an entry of a list: of the entry). */
  keyAt(path: readonly PathSegment[]): Position;
}

export type YamlReading =
  { ok: true; value: unknown; source: SourceMap } | { ok: false; problems: readonly ModelProblem[] };

export function formatPath(path: readonly PathSegment[]): string {
  return path
    .map((segment, index) => (typeof segment === 'number' ? `[${segment}]` : index === 0 ? segment : `.${segment}`))
    .join('');
}

/** Unlike the readable form, this one cannot confuse a key that contains a dot with two keys. */
const identify = (path: readonly PathSegment[]): string => JSON.stringify(path);

const START: Position = { line: 1, column: 1 };

function tooLarge(source: string): boolean {
  // A UTF-16 unit is at least one byte in UTF-8: most oversized files are refused without being read at all.
  return source.length > MAX_SOURCE_BYTES || new TextEncoder().encode(source).length > MAX_SOURCE_BYTES;
}

// YAML allows tab, line feed, carriage return and next line; the lexer below uses others as its own marks.
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The first reason not to hand the tokens to the parser, if there is one. */
function refuseTokens(source: string): ModelProblem | null {
  let offset = 0;
  let count = 0;
  let flowDepth = 0;
  let indicatorsOnLine = 0;
  let isContent = false;
  const refuse = (code: ModelProblemCode, params: ProblemParams = {}): ModelProblem =>
    modelProblem(code, positionAt(source, offset), '', params);
  for (const token of new Lexer().lex(source)) {
    const type: CST.TokenType | null = isContent ? null : CST.tokenType(token);
    isContent = type === 'scalar';
    if (++count > MAX_TOKENS) return refuse('too-complex', { limit: MAX_TOKENS });
    switch (type) {
      case 'anchor':
      case 'alias':
        return refuse('alias-not-allowed', { text: token.slice(0, 40) });
      case 'tag':
        return refuse('tag-not-allowed', { text: token.slice(0, 40) });
      case 'directive-line':
        return refuse('directive-not-allowed', { text: token.slice(0, 40) });
      case 'flow-map-start':
      case 'flow-seq-start':
        if (++flowDepth > MAX_FLOW_DEPTH) return refuse('too-deep');
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flowDepth = Math.max(0, flowDepth - 1);
        break;
      case 'newline':
        indicatorsOnLine = 0;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        if (flowDepth === 0 && ++indicatorsOnLine > MAX_INDICATORS_PER_LINE) return refuse('too-deep');
        break;
      case 'space':
        if (flowDepth === 0 && indicatorsOnLine === 0 && token.length > MAX_INDENT) return refuse('too-deep');
        break;
      case 'doc-mode':
      case 'flow-error-end':
      case 'scalar':
        continue; // Marks of the lexer's own: they take no room in the source. After `scalar` comes text, whatever it looks like.
    }
    offset += token.length;
  }
  return null;
}

class TreeReader implements SourceMap {
  readonly problems: ModelProblem[] = [];
  private readonly values = new Map<string, Position>();
  private readonly keys = new Map<string, Position>();

  constructor(private readonly lines: LineCounter) {}

  read(node: Node | null, path: PathSegment[]): unknown {
    const position = this.positionOf(node);
    if (position) this.values.set(identify(path), position);
    if (isMap(node)) return this.readMap(node.items as { key: unknown; value: unknown }[], path);
    if (isSeq(node)) return node.items.map((entry, index) => this.read(entry as Node, [...path, index]));
    if (isScalar(node)) {
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
        this.problems.push(
          modelProblem('not-a-number', position ?? START, formatPath(path), {
            text: String(node.source ?? node.value),
          }),
        );
      }
      return node.value;
    }
    return null;
  }

  private readMap(pairs: readonly { key: unknown; value: unknown }[], path: PathSegment[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const { key: keyNode, value } of pairs) {
      const position = this.positionOf(keyNode as Node | null) ?? this.valueAt(path);
      if (!isScalar(keyNode) || keyNode.value === null || typeof keyNode.value === 'object') {
        this.problems.push(modelProblem('bad-key', position, formatPath(path)));
        continue;
      }
      const key = String(keyNode.value);
      const keyPath = [...path, key];
      const identity = identify(keyPath);
      const first = this.keys.get(identity);
      if (first) {
        this.problems.push(
          modelProblem('duplicate-key', position, formatPath(keyPath), { key, firstLine: first.line }),
        );
        continue;
      }
      this.keys.set(identity, position);
      // defineProperty, so that a key “__proto__” is a key like any other and is refused as an unknown one.
      Object.defineProperty(result, key, {
        value: this.read(value as Node | null, keyPath),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return result;
  }

  valueAt(path: readonly PathSegment[]): Position {
    return this.nearest(path, (identity) => this.values.get(identity) ?? this.keys.get(identity));
  }

  keyAt(path: readonly PathSegment[]): Position {
    return this.nearest(path, (identity) => this.keys.get(identity) ?? this.values.get(identity));
  }

  private nearest(path: readonly PathSegment[], find: (identity: string) => Position | undefined): Position {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = find(identify(path.slice(0, length)));
      if (found) return found;
    }
    return START;
  }

  private positionOf(node: Node | null | undefined): Position | undefined {
    if (!node?.range) return undefined;
    const { line, col } = this.lines.linePos(node.range[0]);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** Reads one YAML document into plain values. */
export function readYaml(text: string): YamlReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const refused = (problem: ModelProblem): YamlReading => ({ ok: false, problems: [problem] });
  if (tooLarge(source)) return refused(modelProblem('too-large', START, '', { limit: MAX_SOURCE_BYTES }));
  const control = CONTROL_CHARACTER.exec(source);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    return refused(modelProblem('control-character', positionAt(source, control.index), '', { code }));
  }
  const bomb = refuseTokens(source);
  if (bomb) return refused(bomb);

  const lines = new LineCounter();
  // Duplicate keys are found by the reader below: the parser's own search is quadratic.
  const document = parseDocument(source, {
    version: '1.2',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        const detail = error.message.split('\n')[0]!.replace(/\.$/, '');
        return modelProblem('yaml-syntax', { line: Math.max(1, line), column: Math.max(1, col) }, '', { detail });
      }),
    };
  }
  if (document.contents === null) return refused(modelProblem('empty-file', START, ''));
  const reader = new TreeReader(lines);
  const value = reader.read(document.contents as Node, []);
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value, source: reader };
}
