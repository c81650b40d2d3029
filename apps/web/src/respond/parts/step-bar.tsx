/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { usePage } from '../page-context.js';
import { BackIcon } from './icons.js';

/** Where one goes from here: at hand at the bottom of a phone, at the end of the text elsewhere. */
export function StepBar({ onBack, children }: { onBack?: () => void; children: ComponentChildren }): JSX.Element {
  const { t } = usePage();
  return (
    <div class="r-steps">
      {onBack && (
        <button type="button" class="r-button" onClick={onBack}>
          <BackIcon />
          {t('back')}
        </button>
      )}
      {children}
    </div>
  );
}
