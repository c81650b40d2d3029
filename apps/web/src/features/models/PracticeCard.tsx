import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { pickText } from '../../i18n/localized-text.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import classes from './PracticeCard.module.css';
import { PracticeQuestions } from './PracticeQuestions.js';
import { asksMoreThanLevel, type ReadModel, type ReadPractice } from './read-model.js';

interface PracticeCardProps {
  practice: ReadPractice;
  levels: ReadModel['levels'];
  names: ReadonlyMap<string, Record<string, string>>;
  /** Weights are said only where they differ. */
  weighted: boolean;
  locale: string;
  opened: boolean;
  onToggle: (opened: boolean) => void;
}

/** A practice: one observable fact per level, what it stands on, and its questions where it asks more than the level. */
export function PracticeCard({ practice, levels, names, weighted, locale, opened, onToggle }: PracticeCardProps) {
  const { t } = useTranslation('models');
  const { number } = useFormats();
  const values = levels.map((level) => level.value);
  const descriptors = new Map(practice.descriptors.map(({ level, text }) => [level, text]));
  return (
    <details
      id={`practice-${practice.id}`}
      className={classes.practice}
      open={opened}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <h3 className={classes.name}>{pickText(practice.name, locale)}</h3>
        {weighted && <span className={classes.quiet}>{t('reader.weight', { weight: number(practice.weight) })}</span>}
      </summary>
      <div className={classes.body}>
        <p className={classes.about}>{pickText(practice.description, locale)}</p>
        {practice.prerequisites.length > 0 && (
          <p className={classes.quiet}>
            {t('reader.prerequisites')}:{' '}
            {practice.prerequisites.map(({ practiceId, level }, index) => (
              <span key={practiceId}>
                {index > 0 && ' · '}
                <a href={`#practice-${practiceId}`}>
                  {t('reader.prerequisite', { practice: pickText(names.get(practiceId), locale), level })}
                </a>
              </span>
            ))}
          </p>
        )}
        {descriptors.size === 0 ? (
          <p className={classes.quiet}>{t('reader.noDescriptors')}</p>
        ) : (
          <ol className={classes.levels}>
            {levels
              .filter((level) => descriptors.has(level.value))
              .map((level) => (
                <li key={level.value}>
                  <LevelBadge
                    level={level.value}
                    name={pickText(level.name, locale)}
                    lowest={Math.min(...values)}
                    highest={Math.max(...values)}
                  />
                  <span>{pickText(descriptors.get(level.value), locale)}</span>
                </li>
              ))}
          </ol>
        )}
        {asksMoreThanLevel(practice) && <PracticeQuestions items={practice.items} locale={locale} />}
      </div>
    </details>
  );
}
