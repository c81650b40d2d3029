/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { ApiCode } from '../api.js';
import type { GroupRecord } from '../device-memory.js';
import { formatDate } from '../locale.js';
import type { Problem } from '../opening.js';
import { usePage } from '../page-context.js';

/** The shape of the page to come, so that nothing jumps; in words only when it takes long. */
export function Loading({ trouble }: { trouble: ApiCode | null }): JSX.Element {
  const { respondent, t } = usePage();
  return (
    <div class="r-screen">
      {trouble === null ? (
        <>
          <p class="r-hidden" role="status">
            {t('loading')}
          </p>
          <div class="r-skeleton" aria-hidden="true">
            <span class="r-bone r-bone-title" />
            <span class="r-bone" />
            <span class="r-bone r-bone-card" />
            <span class="r-bone r-bone-card" />
          </div>
        </>
      ) : (
        <div class="r-panel" role="status">
          <h1 class="r-title-small">{t('loading')}</h1>
          <p>{t('loadingTrouble')}</p>
          <button type="button" class="r-button" onClick={() => respondent.tryNow()}>
            {t('tryNow')}
          </button>
        </div>
      )}
    </div>
  );
}

const PROBLEMS = {
  'no-link': ['problemNoLinkTitle', 'problemNoLinkText'],
  unknown: ['problemUnknownTitle', 'problemUnknownText'],
  revoked: ['problemRevokedTitle', 'problemRevokedText'],
  expired: ['problemExpiredTitle', 'problemExpiredText'],
  closed: ['problemClosedTitle', 'problemClosedText'],
  'submitted-elsewhere': ['problemElsewhereTitle', 'problemElsewhereText'],
} as const;

export function ProblemScreen({ problem, kept }: { problem: Problem; kept: number }): JSX.Element {
  const { respondent, t } = usePage();
  const [title, text] = PROBLEMS[problem];
  return (
    <div class="r-screen">
      <h1 tabIndex={-1}>{t(title)}</h1>
      <p class="r-lead">{t(text)}</p>
      {kept > 0 && (
        <div class="r-panel">
          <p>{t.count('problemKept', kept)}</p>
          <button type="button" class="r-button" onClick={() => respondent.forgetKept()}>
            {t('problemForget')}
          </button>
        </div>
      )}
    </div>
  );
}

/** A group's link, opened again on a device where somebody has answered through it. */
export function Returning({ group, busy }: { group: GroupRecord; busy: boolean }): JSX.Element {
  const { respondent, t, region } = usePage();
  const underWay = 'token' in group;
  return (
    <div class="r-screen">
      <h1 tabIndex={-1}>{t('returningTitle')}</h1>
      <p class="r-lead">
        {underWay
          ? t('returningText', { date: formatDate(new Date(group.begunAt).toISOString(), region) })
          : t('returningSentText', { date: formatDate(group.submittedOn, region) })}
      </p>
      {underWay && (
        <button type="button" class="r-button r-primary r-wide" onClick={() => void respondent.continueHere()}>
          {t('returningContinue')}
        </button>
      )}
      <button
        type="button"
        class="r-button r-wide"
        aria-describedby="other-help"
        disabled={busy}
        onClick={() => void respondent.startFresh()}
      >
        {t('returningOther')}
      </button>
      <p class="r-help" id="other-help">
        {t(underWay ? 'returningOtherHelp' : 'returningOtherSentHelp')}
      </p>
    </div>
  );
}
