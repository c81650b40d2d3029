import { type ReactNode, useEffect, useRef } from 'react';
import { useAnnounce } from './Announcer.js';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** A StatusBadge: where the object stands. */
  status?: ReactNode;
  owner?: ReactNode;
  period?: ReactNode;
  /** One or two acts; the rest belongs in a menu. */
  actions?: ReactNode;
  /** Where this page hangs, above the title. */
  above?: ReactNode;
  /** Tabs or filters that stay in sight with the title. */
  below?: ReactNode;
}

/** Whether the reader has already gone from one page to another since the document was loaded. */
let pageChanged = false;

/** Sticky title, status, owner, period and acts of a page. Names the browser tab and takes the focus after a page change. */
export function PageHeader({ title, status, owner, period, actions, above, below }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    document.title = `${title} · Touchstone`;
    announce(title);
  }, [title, announce]);
  useEffect(() => {
    // A page change leaves the focus on a link that may be gone; the reader starts at the new title. Where the document
    // has just been loaded the browser starts at its top, so that the first Tab offers to pass the navigation.
    if (pageChanged) heading.current?.focus({ preventScroll: true });
    return () => {
      pageChanged = true;
    };
  }, []);
  return (
    <header className={classes.header}>
      {above}
      <div className={classes.row}>
        <div className={classes.title}>
          <div className={classes.heading}>
            <h1 className={classes.h1} ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {status && <span className={classes.status}>{status}</span>}
          </div>
          {(owner || period) && (
            <p className={classes.facts}>
              {owner && <span>{owner}</span>}
              {period && <span>{period}</span>}
            </p>
          )}
        </div>
        {actions && <div className={`${classes.actions} ts-no-print`}>{actions}</div>}
      </div>
      {below}
    </header>
  );
}
