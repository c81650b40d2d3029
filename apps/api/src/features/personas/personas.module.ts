import { Module } from '@nestjs/common';
import { PersonaService } from './persona.service.js';
import { PersonasReadModel } from './personas.read-model.js';
import { PersonasResolver } from './personas.resolver.js';

@Module({
  providers: [PersonasResolver, PersonasReadModel, PersonaService],
  exports: [PersonaService],
})
export class PersonasModule {}
