import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { measured } from '../../i18n/measured.js';
import { IntervalGlyph } from '../../ui/IntervalGlyph.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnitOfDifference } from '../../ui/use-unit.js';
import { verdictTone } from '../effects/index.js';
import { InitiativeLink } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import { effectScale, shareOf } from './effect-scale.js';
import type { PortfolioEffectFieldsFragment } from './portfolio.generated.js';

interface EffectsPanelProps {
  effects: readonly PortfolioEffectFieldsFragment[];
  count: number;
}

/** What was promised against what was measured, each as a share of its promise: units cannot be compared, keeping one's word can. */
export function EffectsPanel({ effects, count }: EffectsPanelProps) {
  const { t } = useTranslation('portfolio');
  const { t: effectText } = useTranslation('effects');
  const formats = useFormats();
  const unitOf = useUnitOfDifference();
  const scale = effectScale(effects.filter(({ verdict }) => verdict !== 'INSUFFICIENT'));
  if (count === 0)
    return (
      <Panel title={t('effects.title')}>
        <p className={classes.quiet}>{t('effects.none')}</p>
      </Panel>
    );
  return (
    <Panel title={t('effects.title')}>
      <PlainTable
        label={t('effects.title')}
        columns={[
          { key: 'initiative', title: t('effects.initiative') },
          { key: 'promised', title: t('effects.promised') },
          { key: 'measured', title: t('effects.measured') },
          { key: 'glyph', title: t('effects.scale'), label: t('effects.scale') },
          { key: 'verdict', title: t('effects.verdict') },
        ]}
        rows={effects.map((effect) => {
          const unit = unitOf(effect.unit);
          const signed = (value: number | null | undefined) =>
            value == null
              ? '–'
              : formats.number(value, { ...measured(effect.estimate ?? value), signDisplay: 'exceptZero' });
          const shown = effect.watch ?? effect.verdict;
          const share = shareOf(effect);
          // What was computed from too little is on the initiative’s page; here it would be taken for a result.
          const claimed = effect.verdict !== 'INSUFFICIENT' && effect.estimate != null;
          return {
            key: effect.id,
            cells: [
              <InitiativeLink key="initiative" initiative={effect.initiative} />,
              <span key="promised" className={classes.stack}>
                <span>
                  {signed(effect.expected)} {unit}
                </span>
                <span className={classes.quiet}>
                  {[effect.metricName, effect.segment].filter(Boolean).join(' · ')},{' '}
                  {effectText(`method.${effect.method}`)}
                </span>
              </span>,
              !claimed ? (
                t('effects.notClaimed')
              ) : (
                <span key="measured" className={classes.stack}>
                  <span>
                    {signed(effect.estimate)} {unit}
                  </span>
                  <span className={classes.quiet}>
                    {t('effects.interval', {
                      lower: signed(effect.lower),
                      upper: signed(effect.upper),
                      before: formats.number(effect.nBefore ?? 0),
                      after: formats.number(effect.nAfter ?? 0),
                    })}
                  </span>
                </span>
              ),
              !claimed || share.value === null ? (
                '–'
              ) : (
                <span key="glyph" className={classes.glyph}>
                  <IntervalGlyph {...share} min={scale.min} max={scale.max} ticks={[0, 1]} strongTick={0} />
                  <span className={classes.quiet}>{t('effects.share', { share: formats.percent(share.value) })}</span>
                </span>
              ),
              <span key="verdict" className={classes.stack}>
                <StatusBadge tone={verdictTone[shown]}>{effectText(`verdict.${shown}`)}</StatusBadge>
                {effect.confounded && <span className={classes.late}>{t('effects.confounded')}</span>}
                <span className={classes.quiet}>{formats.date(effect.judgedOn)}</span>
              </span>,
            ],
          };
        })}
      />
      {count > effects.length && <p className={classes.foot}>{t('effects.shown', { shown: effects.length, count })}</p>}
      <p className={classes.foot}>{t('effects.rule')}</p>
    </Panel>
  );
}
