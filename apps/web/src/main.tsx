// First, because the order of the style layers is set here.
import './ui/tokens.css';
import './ui/base.css';
import '@mantine/core/styles.layer.css';
import { ApolloProvider } from '@apollo/client/react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApiClient } from './api/client.js';
import { startI18n } from './i18n/i18n.js';
import { createAppRouter } from './router.js';
import { Announcer } from './ui/Announcer.js';
import { printInLight } from './ui/print-in-light.js';
import { recoverFromNewBuild } from './ui/recover-from-new-build.js';
import { Toasts } from './ui/Toasts.js';
import { cssVariables, theme } from './ui/theme.js';

const client = createApiClient(() => void leaveForSignIn());
const router = createAppRouter(client);
recoverFromNewBuild(router);
printInLight();

async function leaveForSignIn(): Promise<void> {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  await client.clearStore();
  await router.navigate({ to: '/sign-in', search: { next: href === '/' ? undefined : href } });
}

const colorSchemeManager = localStorageColorSchemeManager({ key: 'touchstone.theme' });

await startI18n();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <Toasts />
      <ApolloProvider client={client}>
        <Announcer>
          <RouterProvider router={router} />
        </Announcer>
      </ApolloProvider>
    </MantineProvider>
  </StrictMode>,
);
