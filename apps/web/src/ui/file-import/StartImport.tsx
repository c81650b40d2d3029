import { Button, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './FileImport.module.css';
import { type ProblemGroup, ProblemGroups } from './ProblemGroups.js';

const MODES = ['ALL_OR_NOTHING', 'ACCEPT_GOOD'] as const;
export type Mode = (typeof MODES)[number];

export interface PreviewFacts {
  readonly rowsRead: number;
  readonly rowsBad: number;
  readonly sampled: boolean;
  readonly problemCount: number;
  readonly problemGroups: readonly ProblemGroup[];
}

interface StartImportProps {
  preview: PreviewFacts;
  /** Nothing in the file can be imported as it stands. */
  nothing: boolean;
  /** What is said where every row can be imported. */
  clean: string;
  /** The verb on the button. */
  act: string;
  busy: boolean;
  onStart: (mode: Mode) => void;
}

/** What stands against the rows of a file, the choice of what to do about it, and the start. */
export function StartImport({ preview, nothing, clean: saidOfClean, act, busy, onStart }: StartImportProps) {
  const { t } = useTranslation('fileImport');
  const { number } = useFormats();
  const [mode, setMode] = useState<Mode>('ALL_OR_NOTHING');
  // What only the first rows were looked at for may still turn up further down: the choice is then always asked for.
  const clean = preview.rowsBad === 0 && !preview.sampled;
  const refused = nothing || (mode === 'ALL_OR_NOTHING' && preview.rowsBad > 0);
  return (
    <Stack>
      {preview.sampled && <p className={classes.note}>{t('preview.sampled', { rows: number(preview.rowsRead) })}</p>}
      {clean && !nothing && <p className={classes.help}>{saidOfClean}</p>}
      {preview.problemCount > 0 && <ProblemGroups groups={preview.problemGroups} total={preview.problemCount} />}
      {!clean && (
        <Radio.Group
          label={t('mode.label')}
          value={mode}
          onChange={(value) => setMode(MODES.find((each) => each === value) ?? 'ALL_OR_NOTHING')}
        >
          <Stack gap="xs" mt="xs">
            {MODES.map((each) => (
              <Radio key={each} value={each} label={t(`mode.${each}`)} description={t(`mode.help.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {refused && <p className={classes.bad}>{nothing ? t('preview.nothingGood') : t('preview.wouldRefuse')}</p>}
      <div>
        <Button onClick={() => onStart(clean ? 'ALL_OR_NOTHING' : mode)} loading={busy} disabled={refused}>
          {act}
        </Button>
      </div>
    </Stack>
  );
}
