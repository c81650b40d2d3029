import { useTranslation } from 'react-i18next';
import { pickText } from '../../i18n/localized-text.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { Panel } from '../../ui/Panel.js';
import classes from './ModelOverview.module.css';
import type { ReadModel } from './read-model.js';

/** What a model is for, its levels from lowest to highest, and how answers become a score. */
export function ModelOverview({ model, locale }: { model: ReadModel; locale: string }) {
  const { t } = useTranslation('models');
  const values = model.levels.map((level) => level.value);
  return (
    <>
      <p className={classes.description}>{pickText(model.description, locale)}</p>
      <div className={classes.pair}>
        <Panel title={t('reader.levels')}>
          <dl className={classes.levels}>
            {model.levels.map((level) => (
              <div key={level.id}>
                <dt>
                  <LevelBadge
                    level={level.value}
                    name={pickText(level.name, locale)}
                    lowest={Math.min(...values)}
                    highest={Math.max(...values)}
                  />
                </dt>
                <dd>{pickText(level.description, locale)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title={t('reader.scoring')}>
          <p className={classes.method}>{t(`method.${model.scoringMethod}`)}</p>
          <p className={classes.prose}>{t(`methodExplained.${model.scoringMethod}`)}</p>
          <p className={classes.quiet}>
            {t('reader.licence')}: {model.licence}
          </p>
        </Panel>
      </div>
    </>
  );
}
