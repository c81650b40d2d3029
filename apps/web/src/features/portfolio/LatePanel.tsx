import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { InitiativeLink } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import { LATE_KINDS } from './portfolio-words.js';
import type { PortfolioLateFieldsFragment } from './portfolio.generated.js';
import { useDrill } from './use-drill.js';

/** The rest is in the list behind the count. */
const SHOWN = 5;

/** What should have been there by now, the latest first. */
export function LatePanel({ late }: { late: readonly PortfolioLateFieldsFragment[] }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const drill = useDrill();
  const groups = LATE_KINDS.flatMap((kind) => late.find((each) => each.kind === kind) ?? []);
  const nothing = groups.every(({ count }) => count === 0);
  return (
    <Panel title={t('late.title')}>
      {nothing && <p className={classes.quiet}>{t('late.none')}</p>}
      <div className={classes.lateGroups}>
        {groups
          .filter(({ count }) => count > 0)
          .map(({ kind, count, initiatives, items }) => (
            <section key={kind} aria-label={t(`lateKind.${kind}`)}>
              <h3 className={classes.subtitle}>
                <AppLink size="sm" to="/initiatives" search={drill({ lateBy: kind })}>
                  {t(`late.count.${kind}`, { count })}
                </AppLink>{' '}
                {initiatives < count && <span className={classes.quiet}>{t('late.of', { count: initiatives })}</span>}
              </h3>
              <PlainTable
                label={t(`lateKind.${kind}`)}
                columns={[
                  { key: 'what', title: t('late.what') },
                  { key: 'due', title: t('late.due') },
                  { key: 'days', title: t('late.days'), number: true },
                ]}
                rows={items.slice(0, SHOWN).map((item) => ({
                  key: `${item.initiative.id} ${item.what} ${item.dueOn}`,
                  cells: [
                    <span key="what" className={classes.stack}>
                      {item.what && <span>{item.what}</span>}
                      <InitiativeLink initiative={item.initiative} />
                    </span>,
                    <span key="due" className="ts-whole">
                      {formats.date(item.dueOn)}
                    </span>,
                    formats.number(item.days),
                  ],
                }))}
              />
            </section>
          ))}
      </div>
    </Panel>
  );
}
