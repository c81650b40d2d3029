export { HealthBadge } from './HealthBadge.js';
export { StandingCards } from './StandingCards.js';
export { EcosystemCellDocument } from './scorecards.generated.js';
export { useJourneyHealths } from './use-journey-healths.js';
