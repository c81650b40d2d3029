import { boxBeside, layOut, TOGETHER } from './trace-layout.js';
import type { Edge, Node } from './trace-words.js';

const node = (kind: Node['kind'], distance = 1): Node =>
  ({ __typename: 'TraceNode', kind, id: kind, withheld: false, distance, more: [] }) as unknown as Node;
const edge = (from: number, to: number): Edge => ({ from, to, relation: 'HAS' }) as Edge;

describe('the layout of a trace', () => {
  it('puts kinds in the order of the thread and leaves out columns that are empty', () => {
    const { boxes, lines } = layOut(
      [node('TOUCHPOINT', 0), node('GOAL'), node('PAIN_POINT')],
      [edge(1, 0), edge(0, 2)],
      [],
    );
    expect(boxes.map(({ kind, column }) => [kind, column])).toEqual([
      ['GOAL', 0],
      ['TOUCHPOINT', 1],
      ['PAIN_POINT', 2],
    ]);
    expect(lines).toHaveLength(2);
  });

  it('groups many of a kind with a count, joins the group once, and opens it on demand', () => {
    const many = Array.from({ length: 20 }, () => node('PAIN_POINT'));
    const edges = many.map((_, index) => edge(0, index + 1));
    const closed = layOut([node('TOUCHPOINT', 0), ...many], edges, []);
    expect(closed.boxes).toHaveLength(6);
    expect(closed.boxes.at(-1)).toMatchObject({ key: 'PAIN_POINT', node: null, holds: 16 });
    expect(closed.lines).toHaveLength(5);
    const open = layOut([node('TOUCHPOINT', 0), ...many], edges, ['PAIN_POINT']);
    expect(open.boxes.filter(({ node: place }) => place !== null)).toHaveLength(21);
    expect(layOut(many.slice(0, TOGETHER), [], []).boxes).toHaveLength(TOGETHER);
  });

  it('never groups the origin away', () => {
    const { boxes } = layOut(
      Array.from({ length: 30 }, () => node('TEAM')),
      [],
      [],
    );
    expect(boxes[0]?.node).toBe(0);
  });

  it('is walked by arrow keys: along lines to the sides, within the column up and down', () => {
    const layout = layOut([node('TOUCHPOINT', 0), node('GOAL'), node('GOAL')], [edge(2, 0)], []);
    const [first, second, touchpoint] = [1, 2, 0].map((place) => layout.boxes.find((box) => box.node === place)!);
    expect(boxBeside(layout, touchpoint!, 'ArrowLeft')).toBe(second);
    expect(boxBeside(layout, second!, 'ArrowRight')).toBe(touchpoint);
    expect(boxBeside(layout, first!, 'ArrowDown')).toBe(second);
    expect(boxBeside(layout, first!, 'ArrowRight')).toBeUndefined();
    expect(boxBeside(layout, first!, 'ArrowUp')).toBeUndefined();
  });
});
