/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Receipt } from '../device-memory.js';
import { formatDate } from '../locale.js';
import { usePage } from '../page-context.js';
import { AnsweredIcon } from '../parts/icons.js';

export function Sent({ receipt }: { receipt: Receipt }): JSX.Element {
  const { respondent, t, region } = usePage();
  const { session } = respondent;
  return (
    <div class="r-screen r-sent">
      <span class="r-sent-mark">
        <AnsweredIcon />
      </span>
      <h1 tabIndex={-1}>{t('sentTitle')}</h1>
      <p class="r-lead">
        {t('sentOn', { date: formatDate(receipt.submittedOn, region) })}
        {receipt.answered !== null && receipt.total !== null && (
          <span class="r-lead-sub">{t.count('sentCount', receipt.answered, { total: receipt.total })}</span>
        )}
      </p>
      {session && (
        <section class="r-panel" aria-labelledby="next">
          <h2 class="r-panel-title" id="next">
            {t('sentNext')}
          </h2>
          <ol class="r-points">
            <li>{t('sentNextOpen', { deadline: formatDate(session.deadline, region) })}</li>
            <li>{t('sentNextGroups', { n: session.minimumGroupSize })}</li>
            <li>{t('sentNextUse', { organization: session.organizationName })}</li>
          </ol>
        </section>
      )}
      <p>{t('sentWiped')}</p>
      <p>{t('sentClose')}</p>
    </div>
  );
}
