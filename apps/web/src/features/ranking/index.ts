export { WaitingRankings } from './WaitingRankings.js';
