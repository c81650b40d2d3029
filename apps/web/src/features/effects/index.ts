export { EffectsPanel } from './EffectsPanel.js';
export { verdictTone } from './effect-words.js';
