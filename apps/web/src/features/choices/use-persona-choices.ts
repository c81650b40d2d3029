import { useQuery } from '@apollo/client/react';
import { PersonaChoicesDocument } from './choices.generated.js';

/** Personas to choose from; an organisation has few of them. */
export function usePersonaChoices(): { value: string; label: string }[] {
  const { data } = useQuery(PersonaChoicesDocument);
  return (data?.personas.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
}
