import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import type { OfPainPoint, PainPoint } from './pain-point-words.js';
import classes from './PainPoints.module.css';

type Event = PainPoint['history'][number];

/** Every change, the latest first: nothing that was said is silently another thing. */
export function HistoryPanel({ painPoint }: OfPainPoint) {
  const { t } = useTranslation('painPoints');
  const formats = useFormats();
  const say = useHappened();
  return (
    <Panel title={t('history.title')}>
      <ul className={classes.plain}>
        {painPoint.history.map((event) => (
          <li key={event.id}>
            <div>
              {say(event)}
              {event.otherId && event.otherNumber != null && (
                <>
                  {' '}
                  <AppLink to="/pain-points/$painPointId" params={{ painPointId: event.otherId }} underline="always">
                    P-{event.otherNumber}
                  </AppLink>
                </>
              )}
            </div>
            {event.reason && <p className={classes.said}>{event.reason}</p>}
            <p className={classes.quiet}>
              {[event.actorName ?? t('history.system'), formats.dateTime(event.at)].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const FIELDS = [
  'title',
  'description',
  'kind',
  'severity',
  'severityEvidence',
  'frequencyCount',
  'frequencyBase',
  'frequencyEvidence',
] as const;
const ACTS = [
  'created',
  'archived',
  'restored',
  'gathered',
  'gatheredOne',
  'letGo',
  'joined',
  'left',
  'explained',
  'merged',
  'absorbed',
] as const;

function useHappened(): (event: Event) => string {
  const { t } = useTranslation('painPoints');
  const formats = useFormats();
  return ({ act, fields, state, kind }) => {
    if (state) return t('history.moved', { state: t(`state.${state}`) });
    if (kind) return t('history.classified', { kind: t(`kind.${kind}`) });
    const known = ACTS.find((each) => act === `painPoint.${each}`);
    if (known) return t(`history.act.${known}`);
    const words = FIELDS.filter((field) => fields.includes(field)).map((field) => t(`field.${field}`));
    if (fields.includes('touchpointIds')) words.push(t('field.touchpoints'));
    if (fields.includes('personaIds')) words.push(t('field.personas'));
    return words.length === 0 ? t('history.act.updated') : t('history.changed', { fields: formats.list(words) });
  };
}
