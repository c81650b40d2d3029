/** Pages of the diagnosis features, which this page knows by address alone. */
export const assessmentsAddress: string = '/assessments';
export const newAssessmentAddress: string = '/assessments/new';
export const modelsAddress: string = '/models';
export const assessmentAddress = (id: string): string => `/assessments/${id}`;
export const resultsAddress = (id: string): string => `/assessments/${id}/results`;
