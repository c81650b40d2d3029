import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { useCan } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import classes from './ModelCard.module.css';
import { ModelStateBadge } from './ModelStateBadge.js';
import type { ModelFamily } from './model-library.js';
import { useLanguageNames } from './use-language-names.js';

/** One model with its current version; older and newer ones behind a fold. */
export function ModelCard({ family: { current, others } }: { family: ModelFamily }) {
  const { t } = useTranslation('models');
  const text = useLocalizedText();
  const formats = useFormats();
  const languages = useLanguageNames();
  const mayAssess = useCan()('create', 'Assessment');
  const facts = [
    t('library.levels', { count: current.levelCount }),
    t('library.dimensions', { count: current.dimensionCount }),
    t('library.practices', { count: current.practiceCount }),
    t(`method.${current.scoringMethod}`),
  ];
  return (
    <li className={`ts-card ${classes.card}`}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <AppLink to="/models/$modelVersionId" params={{ modelVersionId: current.id }} fw={650}>
            {text(current.name)}
          </AppLink>
        </h2>
        <ModelStateBadge state={current.state} />
      </div>
      <p className={classes.version}>
        {t('library.version', { version: current.version })}
        {' · '}
        {current.publishedAt
          ? t('library.publishedOn', { date: formats.date(current.publishedAt) })
          : t('library.addedOn', { date: formats.date(current.createdAt) })}
      </p>
      <p className={classes.description}>{text(current.description)}</p>
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className={classes.quiet}>
        {t('library.languages', { list: languages(current.locales) })}
        {' · '}
        {t('library.usedBy', { count: current.assessmentCount })}
      </p>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('library.otherVersions', { count: others.length })}</summary>
          <ul>
            {others.map((version) => (
              <li key={version.id}>
                <AppLink to="/models/$modelVersionId" params={{ modelVersionId: version.id }} size="sm">
                  {t('library.version', { version: version.version })}
                </AppLink>{' '}
                <ModelStateBadge state={version.state} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={classes.acts}>
        <LinkButton to="/models/$modelVersionId" params={{ modelVersionId: current.id }} variant="default" size="xs">
          {t('library.open')}
        </LinkButton>
        {mayAssess && current.state === 'PUBLISHED' && (
          <LinkButton to="/assessments/new" search={{ model: current.id }} variant="light" size="xs">
            {t('library.assess')}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
