import { Module } from '@nestjs/common';
import { ConcernsReadModel } from './concerns.read-model.js';
import { ConcernsResolver } from './concerns.resolver.js';
import { DigestPreferenceService } from './digest-preference.service.js';
import { SendDigestsService } from './send-digests.service.js';

@Module({ providers: [ConcernsReadModel, ConcernsResolver, DigestPreferenceService, SendDigestsService] })
export class ConcernsModule {}
