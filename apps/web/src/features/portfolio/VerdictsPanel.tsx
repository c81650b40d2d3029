import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { writePValue } from '../../ui/p-value.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { InitiativeLink, InitiativeLinks } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import { outcomeTone } from './portfolio-words.js';
import type { PortfolioVerdictFieldsFragment } from './portfolio.generated.js';
import { useDrillLaunched } from './use-drill.js';

/** How many of how many: every launched initiative counted once, and what has to be known beside the count. */
export function VerdictsPanel({ verdicts }: { verdicts: PortfolioVerdictFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const drill = useDrillLaunched();
  const { launched, outcomes, lastJudgedOn } = verdicts;
  const proven = outcomes.find(({ outcome }) => outcome === 'PROVEN')?.count ?? 0;
  if (launched === 0)
    return (
      <Panel title={t('verdicts.title')}>
        <p className={classes.quiet}>{t('verdicts.none')}</p>
      </Panel>
    );
  return (
    <Panel title={t('verdicts.title')}>
      <p className={classes.headline}>
        {t('verdicts.headline', { proven, launched })}
        {verdicts.faded > 0 && <span> {t('verdicts.still', { count: proven - verdicts.faded })}</span>}
      </p>
      <div className={classes.shares} aria-hidden>
        {outcomes
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <span key={outcome} className={classes[outcome]} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul className={classes.outcomes} aria-label={t('verdicts.title')}>
        {outcomes.map(({ outcome, count }) => (
          <li key={outcome}>
            <i className={`${classes.key} ${classes[outcome]}`} aria-hidden />
            {count > 0 ? (
              <AppLink to="/initiatives" search={drill({ outcome })} className={classes.count}>
                {formats.number(count)}
                <span className="ts-visually-hidden"> {t(`outcome.${outcome}`)}</span>
              </AppLink>
            ) : (
              <span className={classes.count}>{formats.number(count)}</span>
            )}
            <StatusBadge tone={outcomeTone[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>
          </li>
        ))}
        <li className={classes.total}>
          <i className={classes.key} aria-hidden />
          <AppLink to="/initiatives" search={drill({ launched: true })} className={classes.count}>
            {formats.number(launched)}
            <span className="ts-visually-hidden"> {t('verdicts.launched')}</span>
          </AppLink>
          {t('verdicts.launched')}
        </li>
      </ul>
      <Beside verdicts={verdicts} />
      <p className={classes.foot}>
        {t('verdicts.rule')} {lastJudgedOn && t('verdicts.lastJudged', { day: formats.date(lastJudgedOn) })}
      </p>
    </Panel>
  );
}

/** Wins that are gone, wins that nobody can tell apart, and how many wins luck alone would give. */
function Beside({ verdicts }: { verdicts: PortfolioVerdictFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const drill = useDrillLaunched();
  const { faded, fadedOnes, confounded, confoundedOnes, withdrew, doubtful, tested, expectedByChance } = verdicts;
  return (
    <dl className={classes.beside}>
      {faded > 0 && (
        <Said name={t('verdicts.faded')}>
          <AppLink size="sm" to="/initiatives" search={drill({ mark: 'FADED' })}>
            {t('verdicts.fadedText', { count: faded })}
          </AppLink>{' '}
          <InitiativeLinks initiatives={fadedOnes} />
        </Said>
      )}
      {confounded > 0 && (
        <Said name={t('verdicts.confounded')}>
          <AppLink size="sm" to="/initiatives" search={drill({ mark: 'CONFOUNDED' })}>
            {t('verdicts.confoundedText', { count: confounded })}
          </AppLink>
          <ul className={classes.plain}>
            {pairsOf(confoundedOnes).map(({ one, others }) => (
              <li key={one.id}>
                <InitiativeLink initiative={one} /> {others.length > 0 && `${t('verdicts.with')} `}
                <InitiativeLinks initiatives={others} />
              </li>
            ))}
          </ul>
        </Said>
      )}
      {withdrew > 0 && (
        <Said name={t('verdicts.withdrew')}>
          <AppLink size="sm" to="/initiatives" search={drill({ mark: 'WITHDREW' })}>
            {t('verdicts.withdrewText', { count: withdrew })}
          </AppLink>
        </Said>
      )}
      {tested > 0 && (
        <Said name={t('verdicts.chance')}>
          {t('verdicts.chanceText', {
            tested,
            expected: formats.number(expectedByChance, { maximumFractionDigits: 1 }),
          })}{' '}
          {doubtful.length === 0 ? t('verdicts.noneDoubtful') : t('verdicts.doubtful', { count: doubtful.length })}
          {doubtful.map((each, index) => (
            <span key={each.id}>
              {index > 0 ? ' · ' : ' '}
              <InitiativeLink initiative={each} /> (
              {t('verdicts.adjusted', { p: writePValue(each.adjustedP, formats.number) })})
            </span>
          ))}
        </Said>
      )}
    </dl>
  );
}

function Said({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Confounded = PortfolioVerdictFieldsFragment['confoundedOnes'][number];

/** Two that confound each other are one line. */
function pairsOf(all: readonly Confounded[]): { one: Confounded; others: Confounded['with'] }[] {
  const told = new Set<string>();
  return all.flatMap((one) => {
    if (told.has(one.id) && one.with.every(({ id }) => told.has(id))) return [];
    for (const { id } of [one, ...one.with]) told.add(id);
    return [{ one, others: one.with }];
  });
}
