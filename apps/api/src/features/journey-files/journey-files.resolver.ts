import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JourneyMapType } from '../journeys/index.js';
import { ImportJourneyService, replaceOf } from './import-journey.service.js';
import { JourneyFilePreviewType } from './journey-file.type.js';
import { LookAtJourneyFileService } from './look-at-journey-file.service.js';

const id = { type: () => ID };

@Resolver()
export class JourneyFilesResolver {
  constructor(
    private readonly look: LookAtJourneyFileService,
    private readonly imports: ImportJourneyService,
  ) {}

  @Query(() => JourneyFilePreviewType, { description: 'What bringing in an uploaded map would do; nothing is kept.' })
  @Allow('create', 'Journey')
  journeyFilePreview(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
  ): Promise<JourneyFilePreviewType> {
    return this.look.preview(member, fileId);
  }

  @Mutation(() => JourneyMapType, {
    description: 'Brings a map in: as a new journey, or in the place of what stands on the map of another.',
  })
  @Allow('create', 'Journey')
  importJourney(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('name', { type: () => String, nullable: true, description: 'Of the new journey, instead of the file’s own.' })
    name: string | null,
    @Args('replaceId', { type: () => ID, nullable: true, description: 'The journey whose map gives way.' })
    replaceId: string | null,
    @Args('replaceVersion', { type: () => Int, nullable: true, description: 'The version one has seen.' })
    replaceVersion: number | null,
  ): Promise<JourneyMapType> {
    return this.imports.fromFile(member, fileId, name ?? null, replaceOf(replaceId ?? null, replaceVersion ?? null));
  }
}
