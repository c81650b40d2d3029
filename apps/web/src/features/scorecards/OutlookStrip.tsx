import { useFormats } from '../../i18n/format.js';
import { OutlookBadge } from './OutlookBadge.js';
import type { TargetOutlook } from './scorecards.generated.js';
import classes from './Scorecards.module.css';

interface OutlookStripProps {
  label: string;
  outlooks: readonly { readonly outlook: TargetOutlook; readonly count: number }[];
}

/** How many metrics stand how, in the order of the words. */
export function OutlookStrip({ label, outlooks }: OutlookStripProps) {
  const { number } = useFormats();
  return (
    <ul className={classes.strip} aria-label={label}>
      {outlooks.map(({ outlook, count }) => (
        <li key={outlook}>
          <strong className={classes.count}>{number(count)}</strong> <OutlookBadge outlook={outlook} />
        </li>
      ))}
    </ul>
  );
}
