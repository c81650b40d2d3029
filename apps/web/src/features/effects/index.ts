export { EffectsPanel } from './EffectsPanel.js';
