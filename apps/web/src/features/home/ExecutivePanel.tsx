import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import classes from './HomePage.module.css';

const PAGES = [
  { name: 'portfolio', to: '/portfolio' },
  { name: 'status', to: '/strategy/status' },
  { name: 'ecosystem', to: '/ecosystem' },
  { name: 'scorecards', to: '/scorecards' },
  { name: 'journeys', to: '/journeys' },
] as const;

/** For those who decide: the pages that say how things stand, each in a sentence. */
export function ExecutivePanel() {
  const { t } = useTranslation('home');
  return (
    <Panel title={t('executive.title')}>
      <ul className={`${classes.links} ${classes.pages}`}>
        {PAGES.map(({ name, to }) => (
          <li key={to} className={classes.link}>
            <h3 className={classes.name}>
              <AppLink to={to}>{t(`executive.page.${name}.name`)}</AppLink>
            </h3>
            <p className={classes.text}>{t(`executive.page.${name}.says`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
