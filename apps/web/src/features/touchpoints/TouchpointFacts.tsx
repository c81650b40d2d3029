import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { DONTS } from './touchpoint-words.js';
import classes from './TouchpointPage.module.css';
import type { DontCheck, TouchpointFieldsFragment } from './touchpoints.generated.js';

const TONES = { KEPT: 'good', BROKEN: 'bad', UNCHECKED: 'quiet' } as const;

export function TouchpointFacts({ touchpoint }: { touchpoint: TouchpointFieldsFragment }) {
  const { t } = useTranslation('touchpoints');
  const check = (value: DontCheck | null) => {
    const state = value ?? 'UNCHECKED';
    return <StatusBadge tone={TONES[state]}>{t(`check.${state}`)}</StatusBadge>;
  };
  return (
    <Panel title={t('page.facts')}>
      {touchpoint.description && <p className={classes.text}>{touchpoint.description}</p>}
      <Facts
        facts={[
          ...DONTS.map((dont) => ({ name: t(`dont.${dont}`), value: check(touchpoint[dont]) })),
          {
            name: t('field.serviceLevel'),
            value: touchpoint.serviceLevel ? t(`level.${touchpoint.serviceLevel}`) : t('form.levelNone'),
            help: touchpoint.serviceLevel ? t(`levelHelp.${touchpoint.serviceLevel}`) : undefined,
          },
        ]}
      />
    </Panel>
  );
}
