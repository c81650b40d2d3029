import { type ReactNode, useEffect } from 'react';
import { changeLocale } from '../i18n/i18n.js';
import { LanguageSwitch } from '../ui/LanguageSwitch.js';
import { mainId, SkipLink } from '../ui/SkipLink.js';
import { ThemeSwitch } from '../ui/ThemeSwitch.js';
import classes from './OutsidePage.module.css';
import { Brand } from './Brand.js';

interface OutsidePageProps {
  title?: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A page for somebody who is not signed in: one card, and the switches for language and theme. */
export function OutsidePage({ title, lead, children }: OutsidePageProps) {
  useEffect(() => {
    document.title = title ? `${title} · Touchstone` : 'Touchstone';
  }, [title]);
  return (
    <div className={classes.page}>
      <SkipLink />
      <header className={classes.bar}>
        <Brand />
        <div>
          <LanguageSwitch onChange={(locale) => void changeLocale(locale)} />
          <ThemeSwitch />
        </div>
      </header>
      <main className={classes.main} id={mainId} tabIndex={-1}>
        {title ? (
          <div className={classes.card}>
            <h1 className={classes.title}>{title}</h1>
            {lead && <p className={classes.lead}>{lead}</p>}
            {children}
          </div>
        ) : (
          children
        )}
      </main>
    </div>
  );
}
