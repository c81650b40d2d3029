import type { ApolloClient } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { changeLocale } from '../i18n/i18n.js';
import { nearestLocale } from '../i18n/locales.js';
import { abilitiesOf, type Can } from './abilities.js';
import {
  SignOutDocument,
  SwitchOrganizationDocument,
  ViewerDocument,
  type ViewerFieldsFragment,
} from './viewer.generated.js';

export type Viewer = ViewerFieldsFragment;

/** Asks once per session; later calls answer from memory. */
export async function loadViewer(client: ApolloClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'cache-first' });
  return data?.viewer ?? null;
}

/** After a sign-in of any kind: what is remembered of the last session goes, and the reader's own language comes. */
export async function enterSession(client: ApolloClient, viewer: Viewer): Promise<void> {
  await client.clearStore();
  client.writeQuery({ query: ViewerDocument, data: { viewer } });
  await changeLocale(nearestLocale(viewer.locale));
}

/** The signed-in person. Only pages behind the session's guard may ask. */
export function useViewer(): Viewer {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' });
  if (!data?.viewer) throw new Error('useViewer on a page that no session guards');
  return data.viewer;
}

export function useCan(): Can {
  const viewer = useViewer();
  return useMemo(() => abilitiesOf(viewer), [viewer]);
}

/** A whole new page: nothing of the session or organisation just left stays in memory. */
const leaveFor = (path: string) => window.location.assign(path);

export function useSignOut(): () => Promise<void> {
  const [signOut] = useMutation(SignOutDocument);
  return async () => {
    await signOut();
    leaveFor('/sign-in');
  };
}

export function useSwitchOrganization(): (organizationId: string) => Promise<void> {
  const [switchOrganization] = useMutation(SwitchOrganizationDocument);
  return async (organizationId) => {
    await switchOrganization({ variables: { organizationId } });
    leaveFor('/');
  };
}
