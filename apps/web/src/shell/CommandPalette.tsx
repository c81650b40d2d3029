import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import {
  IconChartLine,
  IconClipboardList,
  IconHierarchy,
  IconRoute,
  IconSearch,
  IconTarget,
  IconUser,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session/session.js';
import { FindObjectsDocument } from './find.generated.js';
import { useNavigation } from './navigation.js';

/** ⌘K / Ctrl-K: opens each time it is asked for. Every page the reader may enter, and the objects whose name matches what is typed. */
export default function CommandPalette({ asked }: { asked: number }) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const areas = useNavigation();
  const [query, setQuery] = useState('');
  const objects = useObjects(query.trim());
  useEffect(() => spotlight.open(), [asked]);

  // What the server found comes after the keystroke at which the first entry is chosen, and Enter would open nothing.
  // The palette keeps its choice in the document and offers no other way in.
  const foundIds = objects.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (foundIds !== '' && !document.querySelector('[data-action][data-selected]'))
      document.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  }, [foundIds]);

  const go = (href: string) => () => void router.navigate({ href });
  const pages: SpotlightActionData[] = areas
    .flatMap((area) => area.entries)
    .map(({ to, name, icon: Icon }) => ({
      id: `page:${to}`,
      label: t(`nav.${name}`),
      leftSection: <Icon size={18} aria-hidden />,
      onClick: go(to),
    }));
  const profile = { id: 'page:/profile', label: t('me.profile'), onClick: go('/profile') };
  const found = objects.map(({ icon: Icon, href, ...action }) => ({
    ...action,
    leftSection: <Icon size={18} aria-hidden />,
    onClick: go(href),
  }));
  const actions: SpotlightActionGroupData[] = [
    { group: t('find.pages'), actions: [...pages, profile] },
    ...(found.length ? [{ group: t('find.objects'), actions: found }] : []),
  ];

  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      attributes={{ content: { 'aria-label': t('find.open') } }}
      nothingFound={t('find.nothing')}
      // What the server found stays, whatever part of it matched; only pages are matched by name here.
      filter={(typed, groups) =>
        (groups as SpotlightActionGroupData[])
          .map((group) => ({
            ...group,
            actions: group.actions.filter(
              ({ id, label }) => !id.startsWith('page:') || label?.toLowerCase().includes(typed.trim().toLowerCase()),
            ),
          }))
          .filter((group) => group.actions.length > 0)
      }
      shortcut={null}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t('find.placeholder'),
        'aria-label': t('find.placeholder'),
      }}
      scrollable
      maxHeight={420}
    />
  );
}

function useObjects(search: string) {
  const { t } = useTranslation('shell');
  const can = useCan();
  const [settled] = useDebouncedValue(search, 200);
  const wanted = {
    assessments: can('read', 'Assessment'),
    teams: can('read', 'Team'),
    people: can('read', 'Person'),
    touchpoints: can('read', 'Touchpoint'),
    journeys: can('read', 'Journey'),
    metrics: can('read', 'Metric'),
  };
  const { data } = useQuery(FindObjectsDocument, {
    variables: { search: settled, ...wanted },
    skip: settled.length < 2,
    fetchPolicy: 'network-only',
  });
  if (search.length < 2 || !data) return [];
  return [
    ...(data.assessments?.edges ?? []).map(({ node }) => ({
      id: `assessment:${node.id}`,
      label: node.name,
      description: undefined as string | undefined,
      href: `/assessments/${node.id}`,
      icon: IconClipboardList,
    })),
    ...(data.touchpoints?.edges ?? []).map(({ node }) => ({
      id: `touchpoint:${node.id}`,
      label: node.name,
      description: node.accountableTeamName ?? undefined,
      href: `/touchpoints/${node.id}`,
      icon: IconTarget,
    })),
    ...(data.journeys?.edges ?? []).map(({ node }) => ({
      id: `journey:${node.id}`,
      label: node.name,
      // A current and a future state have the same name.
      description: [t(`find.journey.${node.state}`), node.personaName].filter(Boolean).join(' · '),
      href: `/journeys/${node.id}`,
      icon: IconRoute,
    })),
    ...(data.metrics?.edges ?? []).map(({ node }) => ({
      id: `metric:${node.id}`,
      label: node.name,
      description: node.unit,
      href: `/metrics/${node.id}`,
      icon: IconChartLine,
    })),
    ...(data.teams?.edges ?? []).map(({ node }) => ({
      id: `team:${node.id}`,
      label: node.name,
      description: node.businessUnitName ?? undefined,
      // The search finds it on the list even where the list has many pages.
      href: `/admin/teams?q=${encodeURIComponent(node.name)}&team=${node.id}`,
      icon: IconHierarchy,
    })),
    ...(data.people?.edges ?? []).map(({ node }) => ({
      id: `person:${node.id}`,
      label: node.name,
      description: node.email,
      href: `/admin/people?q=${encodeURIComponent(node.email)}&person=${node.id}`,
      icon: IconUser,
    })),
  ];
}
