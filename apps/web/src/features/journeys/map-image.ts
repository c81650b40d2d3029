import { stageEmotion } from '@touchstone/domain';
import type { MapFieldsFragment, StageFieldsFragment } from './journey-map.generated.js';
import { type Lane, lanes } from './map-words.js';

export interface MapImage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const LANE_WIDTH = 120;
const STAGE_WIDTH = 220;
const PAD = 10;
const SIZE = 13;
const LINE = 18;
const TITLE = 48;
/** A picture goes where no theme is: it is always drawn dark on light. */
const INK = { text: '#1b2733', line: '#cfd6dd', head: '#eef2f5', paper: '#ffffff' };
const FONT = `system-ui, 'Noto Sans', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`;

/** The map as a drawing of its own, with everything on it that stands in words. */
export function mapImage(map: MapFieldsFragment, label: (lane: Lane) => string): MapImage {
  const shown = lanes.filter((lane) => lane !== 'METRICS');
  const columns = [LANE_WIDTH, ...map.stages.map(() => STAGE_WIDTH)];
  const rows = [
    ['', ...map.stages.map(({ name }) => name)],
    ...shown.map((lane) => [label(lane), ...map.stages.map((stage) => textOf(stage, lane))]),
  ].map((cells) => cells.map((cell, at) => wrapped(cell, (columns[at] as number) - 2 * PAD)));
  const heights = rows.map((cells) => Math.max(...cells.map((lines) => lines.length), 1) * LINE + 2 * PAD);
  const width = columns.reduce((sum, each) => sum + each, 0) + 2 * PAD;
  const height = heights.reduce((sum, each) => sum + each, 0) + TITLE + PAD;
  const parts: string[] = [
    `<rect width="${width}" height="${height}" fill="${INK.paper}"/>`,
    `<text x="${PAD}" y="30" font-size="20" font-weight="650" fill="${INK.text}">${escaped(map.name)}</text>`,
  ];
  let y = TITLE;
  rows.forEach((cells, row) => {
    let x = PAD;
    cells.forEach((lines, column) => {
      const head = row === 0 || column === 0;
      const w = columns[column] as number;
      const h = heights[row] as number;
      parts.push(
        `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${head ? INK.head : INK.paper}" stroke="${INK.line}"/>`,
      );
      lines.forEach((line, index) =>
        parts.push(
          `<text x="${x + PAD}" y="${y + PAD + SIZE + index * LINE}" font-size="${SIZE}" fill="${INK.text}"${
            head ? ' font-weight="600"' : ''
          }>${escaped(line)}</text>`,
        ),
      );
      x += w;
    });
    y += heights[row] as number;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img"><title>${escaped(map.name)}</title>${parts.join('')}</svg>`;
  return { svg, width, height };
}

function textOf({ cells, placements }: StageFieldsFragment, lane: Lane): string {
  if (lane === 'TOUCHPOINTS')
    return placements.map(({ name, teamName }) => `• ${name}${teamName ? ` (${teamName})` : ''}`).join('\n');
  if (lane === 'EMOTION') {
    const emotion = stageEmotion(placements.map((placement) => ({ emotion: placement.emotion ?? null })));
    return emotion === null ? '' : `${emotion > 0 ? '+' : ''}${Number(emotion.toFixed(1))}`;
  }
  return cells.find((cell) => cell.lane === lane)?.text ?? '';
}

/** How wide a letter is drawn, as near as it can be known without drawing it: Chinese ones are square. */
const widthOf = (letter: string): number => (letter > '\u2e7f' ? SIZE : /[iljtf.,;:'|! ]/.test(letter) ? 4.5 : 7.6);

/** Lines that fit: broken between words, and within one that is longer than a line, as Chinese sentences are. */
export function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? []) {
      const pieces = widthOfText(word) > room ? [...word] : [word];
      for (const piece of pieces) {
        const width = widthOfText(piece);
        if (used + width > room && line !== '') {
          lines.push(line.trimEnd());
          line = '';
          used = 0;
        }
        if (line === '' && piece.trim() === '') continue;
        line += piece;
        used += width;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const widthOfText = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[^\P{Cc}\t]/gu, '');
