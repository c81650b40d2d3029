export { BenefitsPanel } from './BenefitsPanel.js';
