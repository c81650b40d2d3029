export { usePeopleChoices } from './use-people-choices.js';
