import { ActionIcon, Select } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { type ChosenWave, comparableWaves } from './comparable-waves.js';
import classes from './ComparisonPage.module.css';

interface WavePickerProps {
  waves: readonly ChosenWave[];
  before: string | undefined;
  after: string | undefined;
  onChange: (next: { before?: string; after?: string }) => void;
}

/** Before on the left, after on the right; each side offers only what the other can be compared with. */
export function WavePicker({ waves, before, after, onChange }: WavePickerProps) {
  const { t } = useTranslation('comparison');
  const formats = useFormats();
  const choices = (other: string | undefined) =>
    comparableWaves(waves, other).map((wave) => ({
      value: wave.id,
      label: `${wave.name} · ${formats.dateRange(wave.periodStart, wave.periodEnd)}`,
    }));
  return (
    <div>
      <div className={classes.picker}>
        <Select
          label={t('before')}
          placeholder={t('chooseWave')}
          searchable
          clearable
          data={choices(after)}
          value={before ?? null}
          onChange={(value) => onChange({ before: value ?? undefined, after })}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('swap')}
          disabled={!before || !after}
          onClick={() => onChange({ before: after, after: before })}
        >
          <IconArrowsExchange size={18} aria-hidden />
        </ActionIcon>
        <Select
          label={t('after')}
          placeholder={t('chooseWave')}
          searchable
          clearable
          data={choices(before)}
          value={after ?? null}
          onChange={(value) => onChange({ before, after: value ?? undefined })}
        />
      </div>
      <p className={classes.help}>{t('onlySameModel')}</p>
    </div>
  );
}
