import {
  IconArrowsSort,
  IconBell,
  IconBriefcase,
  IconBuilding,
  IconBulb,
  IconChartBubble,
  IconChartLine,
  IconClipboardCheck,
  IconClipboardList,
  IconFileUpload,
  IconGavel,
  IconGridDots,
  IconGitMerge,
  IconHierarchy,
  IconHistory,
  IconHome,
  IconInbox,
  IconKey,
  IconListCheck,
  IconMoodSad,
  IconReportAnalytics,
  IconRocket,
  IconRoute,
  IconStairs,
  IconTarget,
  IconTargetArrow,
  IconUnlink,
  IconUserCheck,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type shellTexts from '../i18n/en/shell.json';
import { type RouteRequirement, satisfies } from '../session/route-requirement.js';
import { useCan } from '../session/session.js';

export type PageName = keyof (typeof shellTexts)['nav'];
export type AreaName = keyof (typeof shellTexts)['area'];

export interface NavigationEntry {
  to: string;
  name: PageName;
  icon: typeof IconHome;
}

interface Area {
  /** None: the entries stand at the top, alone. */
  name?: AreaName;
  entries: NavigationEntry[];
}

const areas: Area[] = [
  {
    entries: [
      { to: '/', name: 'home', icon: IconHome },
      { to: '/work', name: 'work', icon: IconBriefcase },
    ],
  },
  {
    name: 'diagnosis',
    entries: [
      { to: '/models', name: 'models', icon: IconStairs },
      { to: '/assessments', name: 'assessments', icon: IconClipboardList },
    ],
  },
  {
    name: 'strategy',
    entries: [
      { to: '/goals', name: 'goals', icon: IconTargetArrow },
      { to: '/strategy/status', name: 'objectiveStatus', icon: IconClipboardCheck },
      { to: '/ecosystem', name: 'ecosystem', icon: IconGridDots },
    ],
  },
  {
    name: 'journeys',
    entries: [
      { to: '/journeys', name: 'journeys', icon: IconRoute },
      { to: '/personas', name: 'personas', icon: IconUserHeart },
      { to: '/touchpoints', name: 'touchpoints', icon: IconTarget },
      { to: '/accountability', name: 'accountability', icon: IconUserCheck },
    ],
  },
  {
    name: 'monitoring',
    entries: [
      { to: '/metrics/catalogue', name: 'metrics', icon: IconChartLine },
      { to: '/monitoring/alerts', name: 'alerts', icon: IconBell },
      { to: '/monitoring/imports', name: 'imports', icon: IconFileUpload },
      { to: '/scorecards', name: 'scorecards', icon: IconReportAnalytics },
    ],
  },
  {
    name: 'improvement',
    entries: [
      { to: '/inbox', name: 'inbox', icon: IconInbox },
      { to: '/pain-points', name: 'painPoints', icon: IconMoodSad },
      { to: '/opportunities', name: 'opportunities', icon: IconBulb },
      { to: '/ranking', name: 'ranking', icon: IconArrowsSort },
      { to: '/initiatives', name: 'initiatives', icon: IconRocket },
      { to: '/decisions', name: 'decisions', icon: IconGavel },
      { to: '/portfolio', name: 'portfolio', icon: IconChartBubble },
      { to: '/trace', name: 'trace', icon: IconGitMerge },
      { to: '/trace/broken', name: 'brokenThreads', icon: IconUnlink },
    ],
  },
  {
    name: 'admin',
    entries: [
      { to: '/admin/organization', name: 'organization', icon: IconBuilding },
      { to: '/admin/teams', name: 'teams', icon: IconHierarchy },
      { to: '/admin/people', name: 'people', icon: IconUsers },
      { to: '/admin/tokens', name: 'tokens', icon: IconKey },
      { to: '/admin/jobs', name: 'jobs', icon: IconListCheck },
      { to: '/admin/audit', name: 'audit', icon: IconHistory },
    ],
  },
];

/** The areas this reader may enter: a page must exist, and its own route says what it requires. */
export function useNavigation(): Area[] {
  const can = useCan();
  const router = useRouter();
  return useMemo(() => {
    const routes = router.routesByPath as Record<string, { options: { staticData?: { requires: RouteRequirement } } }>;
    return areas
      .map((area) => ({
        ...area,
        entries: area.entries.filter(({ to }) => satisfies(can, routes[to]?.options.staticData?.requires)),
      }))
      .filter((area) => area.entries.length > 0);
  }, [can, router]);
}
