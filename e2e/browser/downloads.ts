import type { Page } from 'playwright-core';
import { parse } from 'csv-parse/sync';

export interface DownloadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What arrives on the reader's disk when they do this. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<DownloadedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return { name: download.suggestedFilename(), content: Buffer.concat(pieces) };
}

/** The cells of a CSV file as a spreadsheet program reads them; lines may differ in length. */
export const cellsOf = ({ content }: DownloadedFile): string[][] =>
  parse(content, { bom: true, relaxColumnCount: true }) as string[][];
