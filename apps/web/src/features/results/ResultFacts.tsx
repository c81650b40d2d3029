import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import classes from './ResultsPage.module.css';
import { useResults } from './results-context.js';
import { ScoreText, useScoreFormat } from './ScoreText.js';
import { FactName } from './FactName.js';
import { useNoteText } from './use-note-text.js';

/** What to know before reading a number: how many, how sure, how old, by which rules. */
export function ResultFacts() {
  const { t } = useTranslation('results');
  const { t: words } = useTranslation('assessments');
  const formats = useFormats();
  const score = useScoreFormat();
  const noteText = useNoteText();
  const { results, nodes, find, scale, levelName } = useResults();
  const { assessment, icc, krippendorffAlpha: alpha } = results;
  const overallNode = nodes.find((node) => node.kind === 'OVERALL');
  const overall = overallNode && find('OVERALL', overallNode.id, null);
  const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  const agreement = [
    known(icc) && t('facts.icc', { value: score(icc) }),
    known(alpha) && t('facts.alpha', { value: score(alpha) }),
  ].filter((each) => each !== false);

  return (
    <section className="ts-card" aria-label={t('facts.label')}>
      <Facts
        strip
        facts={[
          {
            name: t('overall'),
            value: overallNode && (
              <>
                <ScoreText node={overallNode} groupId={null} cell={overall} />{' '}
                {known(overall?.level) && (
                  <LevelBadge
                    level={overall.level}
                    name={levelName(overall.level)}
                    lowest={scale.min}
                    highest={scale.max}
                  />
                )}
              </>
            ),
            help:
              known(overall?.lower) && known(overall.upper)
                ? `${t('facts.confidenceLevel', { percent: formats.percent(results.confidence) })}: ${t('cell.interval', { from: score(overall.lower), to: score(overall.upper) })}`
                : undefined,
          },
          {
            name: t('facts.responses'),
            value: formats.number(results.submissions),
            help:
              assessment.expected > 0
                ? t('facts.ofExpected', {
                    submitted: formats.number(results.submissions),
                    expected: formats.number(assessment.expected),
                    percent: formats.percent(results.submissions / assessment.expected),
                  })
                : undefined,
          },
          {
            name: <FactName name={t('facts.coverage')} help={t('facts.coverageHelp')} />,
            value: known(overall?.coverage) ? formats.percent(overall.coverage) : '–',
          },
          ...(agreement.length > 0
            ? [
                {
                  name: <FactName name={t('facts.agreementAll')} help={t('facts.agreementHelp')} />,
                  value: agreement[0],
                  help: agreement[1],
                },
              ]
            : []),
          {
            name: t('facts.computed'),
            value: <RelativeTime at={results.computedAt} />,
            help: `${t('facts.formula')} ${results.formula}`,
          },
          {
            name: t('facts.minimum'),
            value: t('facts.minimumValue', { minimum: results.minimumGroupSize }),
            help: words(`anonymity.${results.anonymity}`),
          },
        ]}
      />
      {results.notes.length > 0 && (
        <details className={classes.notesFold}>
          <summary>{t('facts.notes', { count: results.notes.length })}</summary>
          <ul className={classes.notes}>
            {results.notes.map((note) => (
              <li key={note}>{noteText(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
