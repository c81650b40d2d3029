import type { TraceKind } from './trace.generated.js';
import type { Edge, Node } from './trace-words.js';

/** Kinds that stand above each other, from what it is for on the left to its proof on the right. */
const COLUMNS: readonly (readonly TraceKind[])[] = [
  ['GOAL'],
  ['OBJECTIVE'],
  ['METRIC'],
  ['JOURNEY', 'PERSONA', 'ALERT'],
  ['STAGE', 'TEAM'],
  ['TOUCHPOINT', 'ASSESSMENT'],
  ['FEEDBACK', 'GAP'],
  ['PAIN_POINT'],
  ['OPPORTUNITY', 'DECISION'],
  ['INITIATIVE'],
  ['EFFECT'],
  ['VERDICT'],
];

/** More of a kind than this are shown as some and a count. */
export const TOGETHER = 6;
const SHOWN = 4;

export const BOX = { width: 176, height: 64, across: 44, between: 12, edge: 12 } as const;

export interface Box {
  /** The place of its node, or for a group the kind of what it holds. */
  readonly key: string;
  readonly node: number | null;
  readonly kind: TraceKind;
  /** How many a group holds; 0 for a node. */
  readonly holds: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: Box;
  readonly to: Box;
}

export interface Layout {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/**
 * Where everything stands: columns that are empty are left out, many of a kind are grouped unless their group was opened, and
 * within its kind each stands near what it is joined to on its left.
 */
export function layOut(nodes: readonly Node[], edges: readonly Edge[], opened: readonly TraceKind[]): Layout {
  const all = nodes.map((_, place) => place);
  const columns = COLUMNS.map((kinds) => kinds.filter((kind) => nodes.some((node) => node.kind === kind))).filter(
    (kinds) => kinds.length > 0,
  );
  const boxes: Box[] = [];
  const boxOf = new Map<number, Box>();
  columns.forEach((kinds, column) => {
    let row = 0;
    const put = (box: Pick<Box, 'key' | 'node' | 'kind' | 'holds'>): Box => {
      const y = BOX.edge + row * (BOX.height + BOX.between);
      const placed = { ...box, column, x: BOX.edge + column * (BOX.width + BOX.across), y };
      boxes.push(placed);
      row += 1;
      return placed;
    };
    for (const kind of kinds) {
      const weights = new Map(all.map((place) => [place, heightOf(place, edges, boxOf)]));
      const own = all
        .filter((place) => nodes[place]?.kind === kind)
        // The origin is never grouped away; the rest keeps to its neighbours.
        .toSorted((one, other) => Number(other === 0) - Number(one === 0) || weights.get(one)! - weights.get(other)!);
      const shown = own.length <= TOGETHER || opened.includes(kind) ? own : own.slice(0, SHOWN);
      for (const place of shown) boxOf.set(place, put({ key: String(place), node: place, kind, holds: 0 }));
      const hidden = own.slice(shown.length);
      if (hidden.length === 0) continue;
      const group = put({ key: kind, node: null, kind, holds: hidden.length });
      for (const place of hidden) boxOf.set(place, group);
    }
  });
  return {
    boxes,
    lines: linesOf(edges, boxOf),
    width: 2 * BOX.edge + columns.length * BOX.width + Math.max(0, columns.length - 1) * BOX.across,
    height: Math.max(0, ...boxes.map(({ y }) => y + BOX.height)) + BOX.edge,
  };
}

/** The middle of what is joined to it and has its place already. */
function heightOf(place: number, edges: readonly Edge[], boxOf: ReadonlyMap<number, Box>): number {
  const heights = edges.flatMap(({ from, to }) => {
    const other = to === place ? boxOf.get(from) : from === place ? boxOf.get(to) : undefined;
    return other ? [other.y] : [];
  });
  return heights.length === 0 ? Infinity : heights.reduce((sum, height) => sum + height, 0) / heights.length;
}

function linesOf(edges: readonly Edge[], boxOf: ReadonlyMap<number, Box>): Line[] {
  const lines = new Map<string, Line>();
  for (const edge of edges) {
    const [from, to] = [boxOf.get(edge.from), boxOf.get(edge.to)];
    if (from && to && from !== to) lines.set(`${from.key} ${to.key}`, { from, to });
  }
  return [...lines.values()];
}

/** Where an arrow key leads: up and down within the column, to the sides along a line, else to the nearest there. */
export function boxBeside(layout: Layout, at: Box, key: string): Box | undefined {
  const nearest = (boxes: readonly Box[]): Box | undefined =>
    boxes.toSorted((one, other) => Math.abs(one.y - at.y) - Math.abs(other.y - at.y))[0];
  const inColumn = layout.boxes.filter(({ column }) => column === at.column);
  if (key === 'ArrowUp') return inColumn.filter(({ y }) => y < at.y).at(-1);
  if (key === 'ArrowDown') return inColumn.find(({ y }) => y > at.y);
  const joined = layout.lines.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []));
  if (key === 'ArrowLeft') return nearest(joined.filter(({ column }) => column < at.column));
  if (key === 'ArrowRight') return nearest(joined.filter(({ column }) => column > at.column));
  return undefined;
}
