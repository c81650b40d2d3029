import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Respondent } from './respondent.js';
import type { Texts } from './texts/index.js';

export interface Page {
  readonly respondent: Respondent;
  readonly t: Texts;
  readonly locale: string;
  /** The locale that dates are written in. */
  readonly region: string;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A part of the page was rendered outside of it.');
  return page;
}
