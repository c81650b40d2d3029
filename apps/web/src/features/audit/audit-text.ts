import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What happened and to what, in words. What this interface has no words for yet stays as the trail names it. */
export function useAuditText() {
  const { t, i18n } = useTranslation('audit');
  return useMemo(() => {
    // Acts and kinds come from the trail: which of them have words is only known when they arrive.
    const say = (key: string, fallback: string) =>
      i18n.exists(key, { ns: 'audit' }) ? t(key as 'kind.Assessment') : fallback;
    return {
      act: (act: string) => say(`act.${act}`, act),
      kind: (kind: string) => say(`kind.${kind}`, kind),
      actor: (kind: string, name: string | null) => name ?? say(`actor.${kind}`, kind),
    };
  }, [t, i18n]);
}

/** Every act that has words, for the filter: `assessment.opened` and the like. */
export function useKnownActs(): string[] {
  const { i18n } = useTranslation('audit');
  const acts = i18n.getResource(i18n.language, 'audit', 'act') as Record<string, Record<string, string>> | undefined;
  return Object.entries(acts ?? {}).flatMap(([kind, verbs]) => Object.keys(verbs).map((verb) => `${kind}.${verb}`));
}

export function useKnownKinds(): string[] {
  const { i18n } = useTranslation('audit');
  return Object.keys((i18n.getResource(i18n.language, 'audit', 'kind') as Record<string, string> | undefined) ?? {});
}
