import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about colours: by far the slowest, and what they find does not depend on the language of the page. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What is wrong on the page for people who do not see it, see it otherwise or do not use a mouse; empty where nothing is.
 * Asked about its colours alone, or about all but them, where the rest has been looked at already.
 */
export async function barriers(
  page: Page,
  about: 'everything' | 'colours' | 'all but colours' = 'everything',
): Promise<string[]> {
  // Through the debugger: the page's own policy rightly forbids scripts from anywhere else.
  await page.evaluate(`if (!window.axe) { ${AXE}
 } undefined`);
  const { violations, incomplete } = await page.evaluate<AxeResults, { about: string; colours: readonly string[] }>(
    ({ about, colours }) =>
      (window as unknown as { axe: { run: (of: Document, options: object) => Promise<AxeResults> } }).axe.run(
        document,
        {
          ...(about === 'colours' && { runOnly: { type: 'rule', values: colours } }),
          ...(about === 'all but colours' && {
            rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])),
          }),
          resultTypes: ['violations', 'incomplete'],
        },
      ),
    { about, colours: COLOURS },
  );
  // Text in the colour of its ground is left open, as it might be meant to be invisible; with us it never is.
  const invisible = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((rule) => ({
      ...rule,
      nodes: rule.nodes.filter(({ any }) => any.some(({ data }) => isRecord(data) && data.messageKey === 'equalRatio')),
    }));
  return [...violations, ...invisible].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
