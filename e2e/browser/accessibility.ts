import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong on the page for people who do not see it, see it otherwise or do not use a mouse; empty where nothing is. */
export async function barriers(page: Page, only?: readonly string[]): Promise<string[]> {
  // Through the debugger: the page's own policy rightly forbids scripts from anywhere else.
  await page.evaluate(`if (!window.axe) { ${AXE}
 } undefined`);
  const { violations, incomplete } = await page.evaluate<AxeResults, readonly string[] | undefined>(
    (rules) =>
      (window as unknown as { axe: { run: (of: Document, options: object) => Promise<AxeResults> } }).axe.run(
        document,
        {
          ...(rules && { runOnly: { type: 'rule', values: rules } }),
          resultTypes: ['violations', 'incomplete'],
        },
      ),
    only,
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
