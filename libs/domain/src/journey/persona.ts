/** Whom a persona stands for: experience is not the customers' alone. */
export const PERSONA_KINDS = ['customer', 'employee', 'partner'] as const;
export type PersonaKind = (typeof PERSONA_KINDS)[number];

export const LONGEST_PERSONA_TEXT = 4000;
