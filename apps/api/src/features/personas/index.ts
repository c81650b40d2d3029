import { PersonaEntity } from './persona.entity.js';

export { PersonasModule } from './personas.module.js';
export { PersonaService } from './persona.service.js';
export { PersonaEntity };

export const personaEntities = [PersonaEntity];
