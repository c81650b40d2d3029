import { IconCircle, IconCircleDotted, IconCircleFilled, IconCircleHalf2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './Evidence.module.css';
import { confidenceIn, type EvidenceValues } from './evidence-values.js';
import { useToday } from './use-today.js';

const icons = { firm: IconCircleFilled, fair: IconCircleHalf2, weak: IconCircle, assumed: IconCircleDotted };

/** In one line what a claim rests on; nothing where nobody has said. */
export function EvidenceLine({ values }: { values: EvidenceValues }) {
  const { t } = useTranslation('journeys');
  const { date } = useFormats();
  const today = useToday();
  const { evidence, evidenceKind, evidenceOn } = values;
  if (!evidence && !evidenceKind) return null;
  const confidence = confidenceIn(values, today);
  const Icon = icons[confidence];
  const said = [evidenceKind && t(`evidence.of.${evidenceKind}`), evidence, evidenceOn && date(evidenceOn)];
  return (
    <p className={classes.line}>
      <Icon size={12} aria-hidden />
      <span>
        <strong>{t(`evidence.confidence.${confidence}`)}</strong> {said.filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}
