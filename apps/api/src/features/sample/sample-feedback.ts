import type { FeedbackSource } from '../feedback/index.js';

/** What was said about one thing at one place. Without a pain point, nobody has said yet what it comes down to. */
export interface SampleFeedbackGroup {
  readonly painPoint?: string;
  readonly touchpoint?: string;
  readonly persona?: string;
  /** The metric whose survey the ratings come from. */
  readonly metric?: string;
  /**
   * A line for each, as `source days rating | text`: who said it, how many days ago, and the rating where one was given.
   * Before it `=` for what says the same as the line above and was merged into it, `?` for what waits in the inbox, and
   * `!` for what was dismissed, with ` | reason` behind the text.
   */
  readonly said: string;
}

export interface SampleFeedback {
  readonly source: FeedbackSource;
  readonly daysAgo: number;
  readonly rating: number | null;
  readonly text: string;
  readonly painPoint: string | null;
  readonly touchpoint: string | null;
  readonly persona: string | null;
  readonly metric: string | null;
  readonly state: 'new' | 'linked' | 'merged' | 'dismissed';
  /** Where it stands in the whole list that says the same. */
  readonly into: number | null;
  readonly reason: string | null;
}

/** Staff tell what they heard in passing; there is no source of its own for that. */
const SOURCES: Readonly<Record<string, FeedbackSource>> = {
  survey: 'survey',
  desk: 'service_desk',
  forum: 'forum',
  interview: 'interview',
  walk: 'walkthrough',
  visit: 'store_visit',
  staff: 'other',
};
const LINE =
  /^(?<mark>[=?!])? ?(?<source>[a-z]+) (?<days>\d+)(?: (?<rating>\d+))? \| (?<text>[^|]+?)(?: \| (?<reason>.+))?$/;

/** Every line of every group, in their order. */
export function feedbackOf(groups: readonly SampleFeedbackGroup[]): SampleFeedback[] {
  const all: SampleFeedback[] = [];
  for (const { said, painPoint = null, touchpoint = null, persona = null, metric = null } of groups) {
    let latest: number | null = null;
    for (const line of said.trim().split('\n')) {
      const parts = LINE.exec(line.trim())?.groups;
      const source = SOURCES[parts?.['source'] ?? ''];
      if (!parts || !source) throw new Error(`Not a line of feedback: ${line}`);
      const { mark, days, rating, text = '', reason = null } = parts;
      const state = mark === '=' ? 'merged' : mark === '?' ? 'new' : mark === '!' ? 'dismissed' : 'linked';
      if (state === 'linked') latest = all.length;
      const rated = rating === undefined ? null : Number(rating);
      const into = state === 'merged' ? latest : null;
      const said = { source, daysAgo: Number(days), rating: rated, text, state, into, reason } as const;
      // What the survey of a metric asked has a rating; what was said elsewhere does not speak of that metric.
      const asked = source === 'survey' ? metric : null;
      const links = { painPoint: state === 'linked' ? painPoint : null, touchpoint, persona, metric: asked };
      all.push({ ...said, ...links });
    }
  }
  return all;
}
