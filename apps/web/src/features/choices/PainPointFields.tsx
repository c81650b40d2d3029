import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { SearchedChoice } from '../../ui/SearchedChoice.js';
import { SearchedChoices } from '../../ui/SearchedChoices.js';
import { PainPointChoicesDocument, type PainPointChoicesQueryVariables } from './choices.generated.js';

type Kind = PainPointChoicesQueryVariables['kind'];

interface Named {
  id: string;
  number: number;
  title: string;
}

interface PainPointFieldsProps {
  label: string;
  description?: string;
  /** Only those of one kind. */
  kind?: Kind;
  /** Not offered. */
  except?: readonly string[];
  error?: ReactNode;
  'data-autofocus'?: boolean;
}

const named = ({ id, number, title }: Named) => ({ value: id, label: `P-${number} ${title}` });

/** What the server finds; nobody chooses what was dismissed. */
function useFound(kind: Kind, except: readonly string[]) {
  const [typed, setTyped] = useState('');
  const { data, previousData } = useQuery(PainPointChoicesDocument, { variables: { search: typed, kind } });
  const found = ((data ?? previousData)?.painPoints.edges ?? [])
    .filter(({ node }) => node.state !== 'DISMISSED' && !except.includes(node.id))
    .map(({ node }) => named(node));
  return [found, setTyped] as const;
}

/** Several pain points, by words or number. */
export function PainPointsField({
  known,
  kind,
  except = [],
  ...field
}: PainPointFieldsProps & { known: readonly Named[]; value?: string[]; onChange: (value: string[]) => void }) {
  const [found, search] = useFound(kind, except);
  return <SearchedChoices {...field} chosen={known.map(named)} found={found} onSearch={search} />;
}

/** One pain point, by words or number. */
export function PainPointField({
  known,
  kind,
  except = [],
  ...field
}: PainPointFieldsProps & { known?: Named; value?: string; onChange: (value: string) => void }) {
  const [found, search] = useFound(kind, except);
  return <SearchedChoice {...field} chosen={known && named(known)} found={found} onSearch={search} />;
}
