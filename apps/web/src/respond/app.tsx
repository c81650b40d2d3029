/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { stepAt } from './navigation.js';
import { PageContext, type Page } from './page-context.js';
import { Announcer, ConnectionBanner } from './parts/connection.js';
import { PracticeList } from './parts/practice-list.js';
import { TopBar } from './parts/top-bar.js';
import { localized, pageLocale } from './locale.js';
import type { Phase, Respondent } from './respondent.js';
import { Begin, Intro } from './screens/intro.js';
import { Overview } from './screens/overview.js';
import { PracticeScreen } from './screens/practice.js';
import { Review } from './screens/review.js';
import { Sent } from './screens/sent.js';
import { Loading, ProblemScreen, Returning } from './screens/waiting-screens.js';
import { textsIn } from './texts/index.js';

function Screen({ respondent }: { respondent: Respondent }): JSX.Element {
  const { phase, session } = respondent;
  if (phase.name === 'problem') return <ProblemScreen problem={phase.problem} kept={phase.kept} />;
  if (phase.name === 'sent') return <Sent receipt={phase.receipt} />;
  if (phase.name === 'returning') return <Returning group={phase.group} busy={phase.busy} />;
  if (phase.name === 'loading' || session === null) {
    return <Loading trouble={phase.name === 'loading' ? phase.trouble : null} />;
  }
  if (phase.name === 'begin') return <Begin session={session} busy={phase.busy} trouble={phase.trouble} />;
  const { answering } = phase;
  const step = stepAt(answering.steps, answering.place);
  if (step) return <PracticeScreen answering={answering} step={step} />;
  if (answering.place.screen === 'overview') return <Overview answering={answering} />;
  if (answering.place.screen === 'review') return <Review answering={answering} />;
  return <Intro session={session} answering={answering} />;
}

/** What counts as another screen: then the heading gets the focus and the page starts at its top. */
function screenKey(phase: Phase): string {
  if (phase.name === 'answering') {
    const { place } = phase.answering;
    return place.screen === 'practice' ? `practice ${place.practiceId}` : place.screen;
  }
  return phase.name === 'problem' ? `problem ${phase.problem}` : phase.name;
}

function titleOf(page: Page): string {
  const { respondent, t, locale } = page;
  const { phase, session } = respondent;
  const name = session?.assessmentName ?? t('pageTitle');
  const step = phase.name === 'answering' ? stepAt(phase.answering.steps, phase.answering.place) : undefined;
  return step ? `${step.index + 1}/${step.total} ${localized(step.practice.name, locale).text} · ${name}` : name;
}

export function App({ respondent }: { respondent: Respondent }): JSX.Element {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  // Before anything can happen: an effect after the first paint could miss a session that arrives sooner.
  useLayoutEffect(() => respondent.subscribe(() => redraw(undefined)), [respondent]);

  const { locale, phase } = respondent;
  const page = useMemo(
    () => ({ respondent, t: textsIn(locale), locale, region: respondent.region }),
    [respondent, locale],
  );
  const answering = phase.name === 'answering' ? phase.answering : null;

  const title = titleOf(page);
  useEffect(() => {
    document.documentElement.lang = pageLocale(locale);
    document.title = title;
  }, [locale, title]);

  const key = screenKey(phase);
  const shownRef = useRef(key);
  // Only what the page opens with leaves the focus alone; beginning passes through loading again and moves it.
  const openedRef = useRef(false);
  useEffect(() => {
    if (shownRef.current === key) return;
    const moved = openedRef.current;
    openedRef.current = true;
    shownRef.current = key;
    window.scrollTo(0, 0);
    if (moved) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [key]);

  const aside = answering !== null && (answering.place.screen === 'practice' || answering.place.screen === 'review');
  return (
    <PageContext.Provider value={page}>
      <TopBar answering={answering} />
      <div class={aside ? 'r-body r-with-aside' : 'r-body'}>
        {aside && (
          <nav class="r-aside" aria-label={page.t('practicesNav')} inert={answering.locked}>
            <PracticeList answering={answering} quiet />
          </nav>
        )}
        <main id="main">
          {answering && <ConnectionBanner answering={answering} />}
          <Screen respondent={respondent} />
        </main>
      </div>
      <Announcer answering={answering} />
    </PageContext.Provider>
  );
}
