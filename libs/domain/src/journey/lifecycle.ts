/** The five stages of a customer's life with an organisation, in their order. */
export const LIFECYCLE_STAGES = ['awareness', 'consideration', 'decision', 'purchase', 'after_sales'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];
