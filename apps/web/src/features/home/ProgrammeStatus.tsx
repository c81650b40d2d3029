import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../api/app-error.js';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { useCan } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import { Panel } from '../../ui/Panel.js';
import { ScaleMark } from '../../ui/ScaleMark.js';
import { type HomeResultsQuery, HomeResultsDocument, type WaveFieldsFragment } from './home.generated.js';
import { modelsAddress, newAssessmentAddress, resultsAddress } from './addresses.js';
import classes from './HomePage.module.css';
import { phaseOf, programmeLinks, programmeModel } from './links.js';

type Results = HomeResultsQuery['results'];
type Cell = Results['cells'][number];

/** The programme's own status line: each link with its score in the latest published wave, or what it is when there is none. */
export function ProgrammeStatus({ wave }: { wave: WaveFieldsFragment | undefined }) {
  const { t } = useTranslation('home');
  const { data, error, loading, refetch } = useQuery(HomeResultsDocument, {
    variables: { assessmentId: wave?.id ?? '' },
    skip: !wave,
  });
  if (!wave) return <NotDiagnosed />;
  if (error && toAppError(error).code !== 'NOT_FOUND') {
    return (
      <Panel title={t('status.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (loading && !data) return <Skeleton height={240} />;
  return data ? <Diagnosed wave={wave} results={data.results} /> : <NotDiagnosed />;
}

function NotDiagnosed() {
  const { t } = useTranslation('home');
  const can = useCan();
  return (
    <Panel title={t('status.title')}>
      <p className={classes.text}>{t('status.none')}</p>
      <ul className={classes.links}>
        {programmeLinks.map((link, index) => (
          <li key={link} className={classes.link}>
            <h3 className={classes.name}>{t(`link.${link}.name`)}</h3>
            <p className={classes.phase}>{t(`phase.${phaseOf(index)}`)}</p>
            <p className={classes.text}>{t(`link.${link}.holds`)}</p>
          </li>
        ))}
      </ul>
      {can('create', 'Assessment') && (
        <div className={classes.begin}>
          <LinkButton to={newAssessmentAddress}>{t('status.begin')}</LinkButton>
          <AppLink to={modelsAddress} size="sm">
            {t('status.readModel')}
          </AppLink>
        </div>
      )}
    </Panel>
  );
}

function Diagnosed({ wave, results }: { wave: WaveFieldsFragment; results: Results }) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const pooled = results.cells.filter((cell) => cell.groupId === null);
  const overall = pooled.find((cell) => cell.nodeKind === 'OVERALL');
  const isProgramme = results.model.modelKey === programmeModel;
  return (
    <Panel
      title={t('status.title')}
      actions={
        <AppLink to={resultsAddress(wave.id)} size="sm">
          {t('status.open')}
        </AppLink>
      }
    >
      <div className={classes.overall}>
        <span>
          {t('status.from', { wave: wave.name, period: formats.dateRange(wave.periodStart, wave.periodEnd) })}
        </span>
        {overall && <Score cell={overall} results={results} label={t('status.overall')} asOf={results.computedAt} />}
      </div>
      <ul className={classes.links}>
        {results.model.dimensions.map((dimension, index) => (
          <Link
            key={dimension.id}
            dimension={dimension}
            cell={pooled.find((cell) => cell.nodeKind === 'DIMENSION' && cell.nodeId === dimension.id)}
            phase={isProgramme ? t(`phase.${phaseOf(index)}`) : undefined}
            results={results}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface LinkProps {
  dimension: Results['model']['dimensions'][number];
  cell: Cell | undefined;
  phase: string | undefined;
  results: Results;
}

function Link({ dimension, cell, phase, results }: LinkProps) {
  const text = useLocalizedText();
  const scale = scaleOf(results);
  const shown = cell?.suppression === 'SHOWN' && cell.value !== null;
  return (
    <li className={shown ? `${classes.link} ${classes.scored}` : classes.link}>
      <h3 className={classes.name}>{text(dimension.name)}</h3>
      {phase && <p className={classes.phase}>{phase}</p>}
      <Score cell={cell} results={results} />
      {shown && cell.value !== null && results.unit === 'LEVEL' && (
        <ScaleMark value={cell.value} lower={cell.lower} upper={cell.upper} {...scale} />
      )}
    </li>
  );
}

interface ScoreProps {
  cell: Cell | undefined;
  results: Results;
  label?: string;
  asOf?: string;
}

function Score({ cell, results, label, asOf }: ScoreProps) {
  const { t } = useTranslation('home');
  const text = useLocalizedText();
  const { lowest, highest } = scaleOf(results);
  const level = results.model.levels.find((candidate) => candidate.value === cell?.level);
  return (
    <span>
      {label && <>{label} </>}
      {level && <LevelBadge level={level.value} name={text(level.name)} lowest={lowest} highest={highest} />}{' '}
      <NumberWithN
        value={cell?.value}
        n={cell?.n}
        // Two digits: a mean of 2.97 is level 2 and must not read as 3.
        digits={2}
        interval={[cell?.lower, cell?.upper]}
        asOf={asOf}
        unit={results.unit === 'LEVEL' ? t('ofScale', { highest }) : t('points')}
        suppressed={cell && cell.suppression !== 'SHOWN' ? cell.suppression : null}
      />
    </span>
  );
}

function scaleOf(results: Results): { lowest: number; highest: number } {
  const values = results.model.levels.map((level) => level.value);
  return { lowest: Math.min(...values), highest: Math.max(...values) };
}
