import { SavedViewEntity } from './saved-view.entity.js';

export { SavedViewsModule } from './saved-views.module.js';

export const savedViewEntities = [SavedViewEntity];
