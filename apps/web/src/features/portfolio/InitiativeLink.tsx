import { AppLink } from '../../ui/AppLink.js';
import type { PortfolioRefFragment } from './portfolio.generated.js';

/** An initiative by its number and its name. */
export function InitiativeLink({ initiative }: { initiative: Pick<PortfolioRefFragment, 'id' | 'number' | 'title'> }) {
  return (
    <AppLink size="sm" to="/initiatives/$initiativeId" params={{ initiativeId: initiative.id }}>
      I-{initiative.number} {initiative.title}
    </AppLink>
  );
}

/** Several of them in one sentence. */
export function InitiativeLinks({
  initiatives,
}: {
  initiatives: readonly Pick<PortfolioRefFragment, 'id' | 'number' | 'title'>[];
}) {
  return initiatives.map((initiative, index) => (
    <span key={initiative.id}>
      {index > 0 && ' · '}
      <InitiativeLink initiative={initiative} />
    </span>
  ));
}
