import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { Timeline } from './owner-timeline.js';
import classes from './OwnerTimeline.module.css';

interface OwnerTimelineProps {
  timeline: Timeline;
  today: string;
  /** The day whose owners are shown. */
  on: string;
}

/** Who had which part when, drawn; the table of periods beside it says the same exactly. */
export function OwnerTimeline({ timeline, today, on }: OwnerTimelineProps) {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const mark = (day: string, name: string, className: string | undefined) => {
    const place = timeline.placeOf(day);
    return place === null ? null : (
      <span className={className} style={{ left: `${place}%` }} title={`${name}: ${date(day)}`} />
    );
  };
  return (
    <figure className={classes.figure} aria-hidden>
      {timeline.lanes.map((lane) => (
        <div key={lane.key} className={classes.lane}>
          <span className={classes.name}>
            <b>{t(`letter.${lane.responsibility}`)}</b> {lane.teamName}
          </span>
          <span className={classes.track}>
            {lane.bars.map((bar) => (
              <span
                key={bar.id}
                className={`${classes.bar} ${lane.responsibility === 'ACCOUNTABLE' ? classes.accountable : ''} ${bar.open ? classes.open : ''}`}
                style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                title={`${date(bar.period.validFrom)} – ${bar.period.validTo ? date(bar.period.validTo) : '…'}`}
              />
            ))}
            {mark(today, t('owners.today'), classes.today)}
            {on !== today && mark(on, t('owners.on'), classes.on)}
          </span>
        </div>
      ))}
      <div className={classes.lane}>
        <span />
        <span className={classes.axis}>
          <span>{date(timeline.from)}</span>
          <span>{date(timeline.to)}</span>
        </span>
      </div>
    </figure>
  );
}
