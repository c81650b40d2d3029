/** The four links of a programme, in the order in which they build on each other; ids as the shipped model names them. */
export const programmeLinks = [
  'experience-diagnosis',
  'experience-monitoring',
  'process-mechanisms',
  'method-enablement',
] as const;
export type ProgrammeLink = (typeof programmeLinks)[number];

export const programmeModel = 'easy-experience-maturity';

/** The first two links turn what is felt into numbers and fix it; the last two change how the organisation works. */
export const phaseOf = (index: number): 'quantify' | 'innovate' => (index < 2 ? 'quantify' : 'innovate');
