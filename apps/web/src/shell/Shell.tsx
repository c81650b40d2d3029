import { AppShell, Burger, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeZoneContext } from '../i18n/format.js';
import { satisfies } from '../session/route-requirement.js';
import { useCan, useViewer } from '../session/session.js';
import { mainId, SkipLink } from '../ui/SkipLink.js';
import { ForbiddenPage } from './ForbiddenPage.js';
import { Rail } from './Rail.js';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.js';

const CommandPalette = lazy(() => import('./CommandPalette.js'));

/** Rail, top bar and the page between them, for a signed-in person. */
export function Shell() {
  const { t } = useTranslation('shell');
  const viewer = useViewer();
  const can = useCan();
  const denied = useMatches().some((match) => !satisfies(can, match.staticData.requires));
  // The palette's code comes when it is first asked for; it opens itself then and listens from there on.
  const [palette, setPalette] = useState(0);
  const openPalette = () => setPalette((asked) => asked + 1);
  useHotkeys([['mod+K', openPalette]], []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // On a phone the rail is a drawer over the page; it is open for one page only, so that choosing another closes it.
  const [railFor, setRailFor] = useState<string | null>(null);
  const railOpen = railFor === path;

  return (
    <TimeZoneContext value={viewer.organization.timeZone}>
      <SkipLink />
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !railOpen } }}
        transitionDuration={150}
        className={classes.shell}
      >
        <AppShell.Header className="ts-no-print">
          <TopBar
            onFind={openPalette}
            burger={
              <Burger
                opened={railOpen}
                onClick={() => setRailFor(railOpen ? null : path)}
                hiddenFrom="sm"
                size="sm"
                aria-label={t(railOpen ? 'closeNavigation' : 'openNavigation')}
                aria-expanded={railOpen}
              />
            }
          />
        </AppShell.Header>
        <AppShell.Navbar
          p="xs"
          className="ts-no-print"
          aria-label={t('navigation')}
          onKeyDown={(event) => event.key === 'Escape' && setRailFor(null)}
        >
          <Rail />
        </AppShell.Navbar>
        <AppShell.Main id={mainId} tabIndex={-1} bg="var(--ts-page)">
          <div className={classes.main}>
            {denied ? (
              <ForbiddenPage />
            ) : (
              <Suspense fallback={<PageSkeleton />}>
                <Outlet />
              </Suspense>
            )}
          </div>
        </AppShell.Main>
      </AppShell>
      {palette > 0 && (
        <Suspense>
          <CommandPalette asked={palette} />
        </Suspense>
      )}
    </TimeZoneContext>
  );
}

/** The shape of a page whose code is still on its way. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" data-skeleton>
      <Skeleton height={34} width="40%" mt="lg" mb="xl" />
      <Skeleton height={140} mb="md" />
      <Skeleton height={220} />
    </div>
  );
}
