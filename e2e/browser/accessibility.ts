import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about colours: by far the slowest. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Where one is open, the page behind it is there without it too, and looked at there. */
const PANEL = '[role=dialog]';

/** What follows after so many of its kind wears what those before it wear; looked at for all else, not for its colours. */
const ALIKE = ['tbody tr:nth-child(n + 9)', 'li:nth-child(n + 13)'];

/** What is wrong on the page for people who do not see it, see it otherwise or do not use a mouse; empty where nothing is. */
export async function barriers(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy rightly forbids scripts from anywhere else.
  await page.evaluate(`if (!window.axe) { ${AXE}
 } undefined`);
  return [...(await found(page, { but: COLOURS })), ...(await found(page, { only: COLOURS }))];
}

async function found(page: Page, rules: { only?: readonly string[]; but?: readonly string[] }): Promise<string[]> {
  type Asked = typeof rules & { alike: readonly string[]; panel: string };
  const { violations, incomplete } = await page.evaluate<AxeResults, Asked>(
    ({ only, but, alike, panel }) =>
      (window as unknown as { axe: { run: (of: object, options: object) => Promise<AxeResults> } }).axe.run(
        only
          ? {
              include: [[document.querySelector(panel) ? panel : 'html']],
              exclude: alike.map((selector) => [selector]),
            }
          : document,
        {
          ...(only && { runOnly: { type: 'rule', values: only } }),
          ...(but && { rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])) }),
          resultTypes: ['violations', 'incomplete'],
        },
      ),
    { ...rules, alike: ALIKE, panel: PANEL },
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
