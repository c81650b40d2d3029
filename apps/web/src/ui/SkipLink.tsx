import { useTranslation } from 'react-i18next';
import classes from './SkipLink.module.css';

export const mainId = 'main';

/** The first stop of the Tab key: past the navigation, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href={`#${mainId}`}>
      {t('skipToContent')}
    </a>
  );
}
