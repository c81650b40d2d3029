export { SavedViews } from './SavedViews.js';
