import type { PersonaKind } from './personas.generated.js';

export const PERSONA_KINDS: PersonaKind[] = ['CUSTOMER', 'EMPLOYEE', 'PARTNER'];
