/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { RespondentSession } from '../contract.js';
import { usePage } from '../page-context.js';
import { NameIcon, ShieldIcon } from './icons.js';

const POLICIES = {
  ANONYMOUS: ['privacyAnonymous', 'privacyAnonymousStored', 'privacyAnonymousSeen'],
  CONFIDENTIAL: ['privacyConfidential', 'privacyConfidentialStored', 'privacyConfidentialSeen'],
  NAMED: ['privacyNamed', 'privacyNamedStored', 'privacyNamedSeen'],
} as const;

/** Exactly who sees what, before the first answer. */
export function Privacy({ session }: { session: RespondentSession }): JSX.Element {
  const { t } = usePage();
  const [title, stored, seen] = POLICIES[session.anonymity];
  const unknown = session.anonymity === 'CONFIDENTIAL' && !session.personal;
  return (
    <section class="r-panel" aria-labelledby="privacy">
      <h2 class="r-panel-title" id="privacy">
        {session.anonymity === 'NAMED' ? <NameIcon /> : <ShieldIcon />}
        {t(title)}
      </h2>
      <ul class="r-points">
        <li>{t(unknown ? 'privacyConfidentialGroupLink' : stored)}</li>
        <li>{t(seen)}</li>
        <li>{t('privacyMinimum', { n: session.minimumGroupSize })}</li>
        <li>{t('privacyComments')}</li>
        <li>{t('privacyDraft')}</li>
      </ul>
    </section>
  );
}
