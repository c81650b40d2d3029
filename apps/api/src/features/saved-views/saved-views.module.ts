import { Module } from '@nestjs/common';
import { SavedViewService } from './saved-view.service.js';
import { SavedViewsReadModel } from './saved-views.read-model.js';
import { SavedViewsResolver } from './saved-views.resolver.js';

@Module({ providers: [SavedViewsResolver, SavedViewsReadModel, SavedViewService] })
export class SavedViewsModule {}
