import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { pickText } from '../../i18n/localized-text.js';
import classes from './PracticeQuestions.module.css';
import type { ReadItem } from './read-model.js';

const TYPES = ['level', 'likert', 'yes-no-partial', 'percentage', 'choice', 'text'] as const;

export function PracticeQuestions({ items, locale }: { items: readonly ReadItem[]; locale: string }) {
  const { t } = useTranslation('models');
  const { number } = useFormats();
  const typeOf = (item: ReadItem) => TYPES.find((type) => type === item.type);
  return (
    <div>
      <h4 className={classes.title}>{t('reader.questions', { count: items.length })}</h4>
      <ol className={classes.items}>
        {items.map((item) => {
          const type = typeOf(item);
          const facts = [
            item.level === null ? null : t('reader.questionOfLevel', { level: item.level }),
            item.streamId,
            type ? t(`reader.itemType.${type}`) : item.type,
            item.notApplicableAllowed ? t('reader.notApplicableAllowed') : null,
          ].filter((fact): fact is string => fact !== null);
          return (
            <li key={item.id}>
              <p className={classes.text}>{pickText(item.text, locale)}</p>
              <p className={classes.facts}>{facts.join(' · ')}</p>
              {item.options.length > 0 && (
                <ul className={classes.options} aria-label={t('reader.answers')}>
                  {item.options.map((option) => (
                    <li key={option.value}>
                      <span className={classes.value}>{number(option.value)}</span> {pickText(option.label, locale)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
