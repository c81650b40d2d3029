import { NativeSelect, TextInput } from '@mantine/core';
import { LONGEST_EVIDENCE } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import classes from './Evidence.module.css';
import { confidenceIn, EVIDENCE_KINDS, type EvidenceValues } from './evidence-values.js';
import { useToday } from './use-today.js';

interface EvidenceFieldsProps {
  values: EvidenceValues;
  onChange: (next: Partial<EvidenceValues>) => void;
  readOnly?: boolean;
}

/** What a claim rests on, and what follows from it for how far it can be relied on. */
export function EvidenceFields({ values, onChange, readOnly }: EvidenceFieldsProps) {
  const { t } = useTranslation('journeys');
  const today = useToday();
  return (
    <fieldset className={classes.fields}>
      <legend>{t('evidence.title')}</legend>
      <NativeSelect
        size="xs"
        label={t('evidence.kind')}
        value={values.evidenceKind}
        disabled={readOnly}
        onChange={(event) => {
          const kind = EVIDENCE_KINDS.find((each) => each === event.currentTarget.value) ?? '';
          // A day without a kind says nothing.
          onChange(kind ? { evidenceKind: kind } : { evidenceKind: kind, evidenceOn: '' });
        }}
        data={[
          { value: '', label: t('evidence.none') },
          ...EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.of.${value}`) })),
        ]}
      />
      <TextInput
        size="xs"
        label={t('evidence.source')}
        placeholder={t('evidence.sourceExample')}
        maxLength={LONGEST_EVIDENCE}
        value={values.evidence}
        readOnly={readOnly}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('evidence.on')}
        max={today}
        value={values.evidenceOn}
        disabled={!values.evidenceKind}
        readOnly={readOnly}
        onChange={(event) => onChange({ evidenceOn: event.currentTarget.value })}
      />
      <p className={classes.follows}>{t(`evidence.follows.${confidenceIn(values, today)}`)}</p>
    </fieldset>
  );
}
