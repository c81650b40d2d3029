import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { InitiativeLink } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import type { PortfolioStageFieldsFragment } from './portfolio.generated.js';
import { useDrill } from './use-drill.js';

/** How many stand in each stage, for how long, and how long it usually takes here. */
export function FunnelPanel({ funnel }: { funnel: readonly PortfolioStageFieldsFragment[] }) {
  const { t } = useTranslation('portfolio');
  const { t: initiativeText } = useTranslation('initiatives');
  const formats = useFormats();
  const drill = useDrill();
  const most = Math.max(1, ...funnel.map(({ count }) => count));
  const days = (value: number | null | undefined) =>
    value == null ? '–' : t('funnel.days', { days: formats.number(value, { maximumFractionDigits: 0 }) });
  return (
    <Panel title={t('funnel.title')}>
      <PlainTable
        label={t('funnel.title')}
        columns={[
          { key: 'stage', title: t('funnel.stage') },
          { key: 'count', title: t('funnel.count') },
          { key: 'median', title: t('funnel.median'), number: true },
          { key: 'usual', title: t('funnel.usual'), number: true },
          { key: 'oldest', title: t('funnel.oldest') },
        ]}
        rows={funnel.map(({ stage, count, medianDays, usualDays, usualN, oldest, oldestDays, overlong }) => ({
          key: stage,
          cells: [
            <AppLink key="stage" size="sm" to="/initiatives" search={drill({ stage })}>
              {initiativeText(`stage.${stage}`)}
            </AppLink>,
            <span key="count" className={classes.bar}>
              <span className={classes.fill} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
              {formats.number(count)}
            </span>,
            days(medianDays),
            <span key="usual" className={classes.stack}>
              {days(usualDays)}
              {usualDays != null && <span className={classes.quiet}>n = {formats.number(usualN)}</span>}
            </span>,
            <span key="oldest" className={classes.stack}>
              {oldest ? (
                <span>
                  <InitiativeLink initiative={oldest} /> {days(oldestDays)}
                </span>
              ) : (
                '–'
              )}
              {!!overlong && <span className={classes.late}>{t('funnel.overlong', { count: overlong })}</span>}
            </span>,
          ],
        }))}
      />
      <p className={classes.foot}>{t('funnel.rule')}</p>
    </Panel>
  );
}
