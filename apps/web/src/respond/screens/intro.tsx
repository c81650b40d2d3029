/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import type { Answering } from '../answering.js';
import type { ApiCode } from '../api.js';
import { practicesOf } from '../answers.js';
import type { RespondentSession } from '../contract.js';
import { formatDate } from '../locale.js';
import { firstOpenStep, practicePlace } from '../navigation.js';
import { usePage } from '../page-context.js';
import { ModelText } from '../parts/model-text.js';
import { OwnLink } from '../parts/own-link.js';
import { Privacy } from '../parts/privacy.js';
import { StepBar } from '../parts/step-bar.js';
import { overallProgress } from '../progress.js';
import { estimatedMinutes } from '../reading-time.js';

function Facts({ session }: { session: RespondentSession }): JSX.Element {
  const { t, locale, region } = usePage();
  const { questionnaire } = session;
  return (
    <ul class="r-facts">
      {questionnaire && (
        <>
          <li>{t('introMinutes', { minutes: estimatedMinutes(questionnaire, locale) })}</li>
          <li>{t.count('introPractices', practicesOf(questionnaire).length)}</li>
        </>
      )}
      <li>{t('introBreaks')}</li>
      <li>
        <strong>{t('introDeadline', { deadline: formatDate(session.deadline, region) })}</strong>
      </li>
    </ul>
  );
}

/** Who asks, why, how long it takes and who sees what: all before the first answer. */
function Introduction({ session, children }: { session: RespondentSession; children: ComponentChildren }): JSX.Element {
  const { t } = usePage();
  return (
    <div class="r-screen">
      {session.invitedName && <p class="r-eyebrow">{t('introGreeting', { name: session.invitedName })}</p>}
      <h1 tabIndex={-1}>{t('introAsks', { organization: session.organizationName })}</h1>
      <p class="r-lead">
        {session.assessmentName}
        <span class="r-lead-sub">{t('introFor', { group: session.raterGroupName })}</span>
      </p>
      <Facts session={session} />
      <section class="r-why">
        <h2 class="r-panel-title">{t('introWhy')}</h2>
        <p class="r-as-written">{session.purpose}</p>
      </section>
      {session.questionnaire && (
        <section class="r-why">
          <h2 class="r-panel-title">{t('introHow')}</h2>
          <p>
            <ModelText of={session.questionnaire.description} />
          </p>
        </section>
      )}
      <Privacy session={session} />
      {children}
    </div>
  );
}

/** Through a group's link: nothing is kept anywhere until the person begins. */
export function Begin(props: { session: RespondentSession; busy: boolean; trouble: ApiCode | null }): JSX.Element {
  const { session, busy, trouble } = props;
  const { respondent, t } = usePage();
  return (
    <Introduction session={session}>
      {trouble && (
        <p class="r-error" role="alert">
          {t('beginTrouble')}
        </p>
      )}
      <StepBar>
        <button
          type="button"
          class="r-button r-primary r-wide"
          aria-disabled={busy}
          onClick={() => void respondent.begin()}
        >
          {busy ? t('beginning') : t('begin')}
        </button>
      </StepBar>
    </Introduction>
  );
}

export function Intro({ session, answering }: { session: RespondentSession; answering: Answering }): JSX.Element {
  const { t } = usePage();
  const { steps, book, leftAt } = answering;
  const first = practicePlace(steps[0]);
  const { answered, total } = overallProgress(
    steps.map((step) => step.practice),
    book.answers,
  );
  const begun = Object.keys(book.answers).length > 0;
  const goOn =
    leftAt === undefined || leftAt.screen === 'intro' ? practicePlace(firstOpenStep(steps, book.answers)) : leftAt;
  return (
    <Introduction session={session}>
      {begun && <OwnLink />}
      <StepBar>
        {begun ? (
          <>
            <span class="r-so-far">{t.count('resumeCount', answered, { total })}</span>
            <button type="button" class="r-button r-primary r-wide" onClick={() => answering.go(goOn)}>
              {t('resume')}
            </button>
          </>
        ) : (
          <button type="button" class="r-button r-primary r-wide" onClick={() => answering.go(first)}>
            {t('begin')}
          </button>
        )}
      </StepBar>
    </Introduction>
  );
}
