/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answering } from '../answering.js';
import { offeredLocales, ownName } from '../locale.js';
import { usePage } from '../page-context.js';
import { overallProgress } from '../progress.js';
import { ListIcon } from './icons.js';

function LanguageSwitch(): JSX.Element {
  const { respondent, t, locale } = usePage();
  return (
    <select
      class="r-language"
      aria-label={t('language')}
      value={locale}
      onChange={(event) => respondent.speak(event.currentTarget.value)}
    >
      {offeredLocales(respondent.session?.locales ?? []).map((offered) => (
        <option key={offered} value={offered} lang={offered}>
          {ownName(offered)}
        </option>
      ))}
    </select>
  );
}

function OverviewButton({ answering }: { answering: Answering }): JSX.Element {
  const { t } = usePage();
  return (
    <button type="button" class="r-bar-button" onClick={() => answering.go({ screen: 'overview' })}>
      <ListIcon />
      <span class="r-bar-word">{t('overview')}</span>
    </button>
  );
}

function ProgressLine({ answering }: { answering: Answering }): JSX.Element {
  const { t } = usePage();
  const { answered, total } = overallProgress(
    answering.steps.map((step) => step.practice),
    answering.book.answers,
  );
  return (
    <progress
      class="r-progress"
      max={total}
      value={answered}
      aria-label={t.count('progressLabel', answered, { total })}
    />
  );
}

export function TopBar({ answering }: { answering: Answering | null }): JSX.Element {
  const { respondent, t } = usePage();
  const { session } = respondent;
  const inQuestionnaire = answering !== null && answering.place.screen !== 'intro';
  return (
    <header class="r-top">
      <a
        class="r-skip"
        href="#main"
        onClick={(event) => {
          // The fragment holds the link's token and must stay what it is.
          event.preventDefault();
          document.querySelector<HTMLElement>('main h1')?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
      <div class="r-top-row">
        <div class="r-top-names">
          {session && (
            <>
              <span class="r-top-organization">{session.organizationName}</span>
              <span class="r-top-assessment">{session.assessmentName}</span>
            </>
          )}
        </div>
        {inQuestionnaire && !answering.locked && answering.place.screen !== 'overview' && (
          <OverviewButton answering={answering} />
        )}
        <LanguageSwitch />
      </div>
      {inQuestionnaire && <ProgressLine answering={answering} />}
    </header>
  );
}
