export { severityTone, stateTone } from './alert-words.js';
export { useAlertSentence } from './use-alert-sentence.js';
