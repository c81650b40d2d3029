export { ScorecardsModule } from './scorecards.module.js';
export { ObjectiveStatusReadModel } from './objective-status.read-model.js';
export { ScorecardsReadModel } from './scorecards.read-model.js';
