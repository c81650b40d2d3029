import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.js';
import type { DecisionFieldsFragment } from './decisions.generated.js';

/** Why the reader cannot do what the page is about; nothing where they can. */
export function useWhyNot(decision: DecisionFieldsFragment): string | undefined {
  const { t } = useTranslation('decisions');
  const { membershipId } = useViewer();
  const { state, mayDecide, mayScore, askedById, decidedById, deciderId, deciderName, forecast, forecastCameTrue } =
    decision;
  if (state === 'WAITING' && deciderId === membershipId && !mayDecide) return t('whyNot.ownInitiative');
  if (state === 'WAITING' && !mayDecide)
    return askedById === membershipId
      ? t('whyNot.asked', { name: deciderName })
      : t('whyNot.other', { name: deciderName });
  const open = forecast && decidedById && forecastCameTrue == null;
  if (open && !mayScore) return decidedById === membershipId ? t('whyNot.ownForecast') : t('whyNot.score');
  return undefined;
}
