export { OwnersPanel } from './OwnersPanel.js';
export { useOwnerChoices } from './use-owner-choices.js';
