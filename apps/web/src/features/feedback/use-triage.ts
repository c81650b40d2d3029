import type { Outcome } from '../../api/use-act.js';
import { useAct } from '../../api/use-act.js';
import type { TriageAct } from './feedback-words.js';
import {
  DismissFeedbackDocument,
  type FeedbackFieldsFragment,
  LinkFeedbackDocument,
  MergeFeedbackDocument,
  TieFeedbackDocument,
} from './feedback.generated.js';

export interface TriageValues {
  /** Empty: a new one with the title. */
  painPointId: string;
  title: string;
  intoId: string;
  touchpointId: string;
  personaId: string;
  reason: string;
}

const refetch = ['FeedbackInbox'];

/** Performs an act of triage in the version that the reader sees. */
export function useTriage({ id, version }: FeedbackFieldsFragment) {
  const [link, linking] = useAct(LinkFeedbackDocument, { refetch });
  const [merge, merging] = useAct(MergeFeedbackDocument, { refetch });
  const [dismiss, dismissing] = useAct(DismissFeedbackDocument, { refetch });
  const [tie, tying] = useAct(TieFeedbackDocument, { refetch });
  const perform = async (act: TriageAct, values: TriageValues): Promise<Outcome<FeedbackFieldsFragment>> => {
    const { painPointId, title, intoId, touchpointId, personaId, reason } = values;
    const acts = {
      link: async () => {
        const chosen = painPointId ? { painPointId } : { newPainPoint: { title } };
        const { data, error } = await link({ id, version, ...chosen });
        return error ? { error } : { data: data.linkFeedback };
      },
      merge: async () => {
        const { data, error } = await merge({ id, version, intoId });
        return error ? { error } : { data: data.mergeFeedback };
      },
      dismiss: async () => {
        const { data, error } = await dismiss({ id, version, reason });
        return error ? { error } : { data: data.dismissFeedback };
      },
      tie: async () => {
        const { data, error } = await tie({
          id,
          version,
          touchpointId: touchpointId || null,
          personaId: personaId || null,
        });
        return error ? { error } : { data: data.tieFeedback };
      },
    };
    return acts[act]();
  };
  return [perform, linking || merging || dismissing || tying] as const;
}
