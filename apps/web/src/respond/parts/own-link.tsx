/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';

/** A response begun through a group's link has a link of its own, which alone leads back to it. */
export function OwnLink(): JSX.Element {
  const { t } = usePage();
  const [outcome, setOutcome] = useState<'' | 'copied' | 'copyFailed'>('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome('copied');
    } catch {
      // Plain http or an old browser has no clipboard: the address bar holds the same link.
      setOutcome('copyFailed');
    }
  };
  return (
    <section class="r-panel">
      <h2 class="r-panel-title">{t('ownLink')}</h2>
      <p>{t('ownLinkText')}</p>
      <button type="button" class="r-button" onClick={() => void copy()}>
        {t('copyLink')}
      </button>
      <span class="r-copied" role="status">
        {outcome && t(outcome)}
      </span>
    </section>
  );
}
