import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { useUnitOfDifference } from '../../ui/use-unit.js';
import { type Node, numberText } from './trace-words.js';

type Named = Pick<Node, 'kind' | 'number' | 'name'> &
  Partial<Pick<Node, 'localizedName' | 'withheld' | 'facts' | 'state'>>;

/** What an object is called: its own words, or for an effect and a verdict a sentence of what was promised and found. */
export function useNodeText(): (node: Named) => string {
  const { t } = useTranslation('trace');
  const formats = useFormats();
  const localized = useLocalizedText();
  const unitOfDifference = useUnitOfDifference();
  return useCallback(
    ({ kind, number, name, localizedName, withheld, facts, state }: Named) => {
      if (withheld) return t('withheld');
      const metric = name ?? '';
      const unit = facts?.unit ? unitOfDifference(facts.unit) : '';
      if (kind === 'EFFECT' && facts?.expectedChange != null)
        return t(facts.direction === 'UP' ? 'promise.UP' : 'promise.DOWN', {
          metric,
          unit,
          change: formats.number(facts.expectedChange),
        });
      if (kind === 'VERDICT')
        return facts?.estimate == null || state === 'INSUFFICIENT'
          ? t('found.bare', { metric })
          : t('found.change', {
              metric,
              unit,
              change: formats.number(facts.estimate, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' }),
            });
      if (kind === 'ALERT' && facts?.rule) return t('alarm', { metric, rule: t(`rule.${facts.rule as 'SIGNAL'}`) });
      const said = name ?? localized(localizedName);
      return [numberText(kind, number), said].filter(Boolean).join(' ');
    },
    [t, formats, localized, unitOfDifference],
  );
}

/** The word for where it stood; what a kind has no word for is left out rather than shown raw. */
export function useStateText(): (node: Pick<Node, 'kind' | 'state'>) => string | null {
  const { t, i18n } = useTranslation('trace');
  return useCallback(
    ({ kind, state }) => {
      if (!state) return null;
      const key = `state.${kind}.${state}`;
      if (i18n.exists(key, { ns: 'trace' })) return t(key as 'state.VERDICT.PROVEN');
      return state === 'ARCHIVED' ? t('archived') : null;
    },
    [t, i18n],
  );
}
