import { Link } from '@tanstack/react-router';
import classes from './Brand.module.css';

export function Brand({ markOnlyOnPhone }: { markOnlyOnPhone?: boolean }) {
  return (
    <Link to="/" className={classes.brand} aria-label="Touchstone">
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <span className={markOnlyOnPhone ? classes.wide : undefined}>Touchstone</span>
    </Link>
  );
}
