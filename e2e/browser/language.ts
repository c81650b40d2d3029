import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Overheard } from './overheard.js';

const WEB = fileURLToPath(new URL('../../apps/web/src', import.meta.url));
type Tree = { readonly [key: string]: string | Tree };

function texts(language: 'en' | 'zh-CN'): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat.set(`${path}${key}`, value);
      else walk(value, `${path}${key}.`);
    }
  };
  const folder = join(WEB, 'i18n', language);
  for (const file of readdirSync(folder)) {
    walk(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree, `${file.replace('.json', '')}:`);
  }
  const respondent = readFileSync(join(WEB, 'respond/texts', `${language}.ts`), 'utf8');
  for (const [, key, value] of respondent.matchAll(/^ {2}(\w+):\s+'(.*)',$/gm)) flat.set(`respond:${key}`, value ?? '');
  return flat;
}

const ENGLISH = texts('en');
const CHINESE = texts('zh-CN');
/** Whole texts that the English interface says and the Chinese one says differently. */
const ENGLISH_ONLY = new Set(
  [...ENGLISH].filter(([key, text]) => !text.includes('{') && CHINESE.get(key) !== text).map(([, text]) => text),
);
const KEYS = new Set(
  [...ENGLISH.keys()].flatMap((key) => [key, key.slice(key.indexOf(':') + 1)]).filter((key) => /[.:]/.test(key)),
);

/** Everything that a reader sees or a screen reader says, piece by piece. */
async function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.add(node.getAttribute(name) ?? '');
        continue;
      }
      const parent = node.parentElement;
      // What stands in a field is the reader's own.
      if (!parent || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(parent.tagName)) continue;
      // What declares its own language, such as the name of a language, is right as it is.
      const declared = parent.closest('[lang]')?.getAttribute('lang');
      if (declared && declared !== document.documentElement.lang) continue;
      if (parent.checkVisibility()) said.add(node.textContent ?? '');
    }
    said.add(document.title);
    return [...said].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  });
}

/** Names, purposes and comments are whatever people wrote: what came as data is not the interface's own. */
async function dataOf(overheard: Overheard): Promise<string> {
  // Pages ask again for what others have asked already.
  const bodies = new Set((await overheard.received()).map(({ body }) => body));
  return [...bodies].join('\n').replace(/\\n/g, ' ').replace(/\s+/g, ' ');
}

const THREE_WORDS = /[A-Za-z]{2,}(?:[ ,’'-]+[A-Za-z]{2,}){2,}/g;
const HAN = /[\u4e00-\u9fff]/;

/** What a page in this language should not have said. */
export async function slips(page: Page, overheard: Overheard, language: 'en' | 'zh-CN'): Promise<string[]> {
  const said = await spoken(page);
  const data = await dataOf(overheard);
  const own = said.filter((text) => !data.includes(JSON.stringify(text).slice(1, -1)));
  const rawKeys = own.filter((text) => KEYS.has(text)).map((text) => `raw key: ${text}`);
  const unfilled = said.filter((text) => /\{\w+[,}]/.test(text)).map((text) => `not filled in: ${text}`);
  const foreign = own.filter((text) =>
    language === 'en'
      ? HAN.test(text) && !['简体中文'].some((name) => text.includes(name))
      : ENGLISH_ONLY.has(text) || (text.match(THREE_WORDS) ?? []).some((words) => !data.includes(words)),
  );
  return [...rawKeys, ...unfilled, ...foreign.map((text) => `not ${language}: ${text}`)];
}
