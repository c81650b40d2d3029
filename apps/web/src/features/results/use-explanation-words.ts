import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/results.json';
import type { Plain } from './explanation-rows.js';
import { useResults } from './results-context.js';

type Explained = (typeof texts)['explain'];
type StepName = keyof Explained['steps'];
type InputName = keyof Explained['inputs'];
type ValueName = keyof Explained['values'];

interface ExplanationWords {
  title: (code: string) => string;
  /** What the step does, in a sentence; empty for a step this interface does not know. */
  what: (code: string) => string;
  input: (name: string) => string;
  /** Ids become the names the reader knows. */
  value: (value: Plain) => string;
}

/** Puts codes of an explanation into words; what is unknown here is shown as the API named it, never hidden. */
export function useExplanationWords(): ExplanationWords {
  const { t, i18n } = useTranslation('results');
  const { nodes, nodeName } = useResults();
  const has = (key: string) => i18n.exists(key, { ns: 'results' });
  const nodeOf = (id: string) => nodes.find((node) => node.id === id);
  return {
    title: (code) => (has(`explain.steps.${code}.title`) ? t(`explain.steps.${code as StepName}.title`) : code),
    what: (code) => (has(`explain.steps.${code}.what`) ? t(`explain.steps.${code as StepName}.what`) : ''),
    input: (name) => (has(`explain.inputs.${name}`) ? t(`explain.inputs.${name as InputName}`) : name),
    value: (value) => {
      if (value === null) return '–';
      if (has(`explain.values.${value}`)) return t(`explain.values.${value as ValueName}`);
      const node = typeof value === 'string' ? nodeOf(value) : undefined;
      return node ? nodeName(node) : String(value);
    },
  };
}
