import { type Outcome, useAct } from '../../api/use-act.js';
import {
  type AlertCloseReason,
  type AlertFieldsFragment,
  AssignAlertDocument,
  CloseAlertDocument,
  EscalateAlertDocument,
  NoteAlertDocument,
  ReopenAlertDocument,
  SnoozeAlertDocument,
} from './alerts.generated.js';
import type { AskedAct } from './routes.js';
import { useZonedTime } from './use-zoned-time.js';

export interface ActValues {
  /** As a date and time of the organisation's clock. */
  until: string;
  /** Empty: the team. */
  membershipId: string;
  reason: AlertCloseReason;
  description: string;
  touchpointId: string;
  note: string;
}

const refetch = ['AlertBadge'];

/** Performs an act on an alert in the version that the reader sees. */
export function useAlertAct(
  alert: AlertFieldsFragment,
): [perform: (act: AskedAct, values: ActValues) => Promise<Outcome<unknown>>, busy: boolean] {
  const { instantOf } = useZonedTime();
  const [snooze, snoozing] = useAct(SnoozeAlertDocument, { refetch });
  const [assign, assigning] = useAct(AssignAlertDocument, { refetch });
  const [close, closing] = useAct(CloseAlertDocument, { refetch });
  const [escalate, escalating] = useAct(EscalateAlertDocument, { refetch });
  const [reopen, reopening] = useAct(ReopenAlertDocument, { refetch });
  const [write, writing] = useAct(NoteAlertDocument);
  const { id, version } = alert;
  const perform = (act: AskedAct, values: ActValues): Promise<Outcome<unknown>> => {
    const note = values.note.trim() || null;
    const { reason, description, touchpointId } = values;
    const closeIt = () =>
      close({
        id,
        version,
        reason,
        note,
        painPoint: reason === 'PAIN_POINT' ? { description, touchpointId: touchpointId || null } : null,
      });
    const acts: Record<AskedAct, () => Promise<Outcome<unknown>>> = {
      snooze: () => snooze({ id, version, until: instantOf(values.until), note }),
      assign: () => assign({ id, version, membershipId: values.membershipId || null }),
      escalate: () => escalate({ id, version, note }),
      reopen: () => reopen({ id, version, note }),
      note: () => write({ id, note: values.note }),
      close: closeIt,
      handOn: closeIt,
    };
    return acts[act]();
  };
  return [perform, snoozing || assigning || closing || escalating || reopening || writing];
}
