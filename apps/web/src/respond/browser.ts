import { DeviceMemory, type Storage } from './device-memory.js';
import type { Place } from './navigation.js';
import type { Ports } from './ports.js';

function storageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const SCREENS: ReadonlySet<unknown> = new Set(['intro', 'practice', 'overview', 'review']);

/** The history's state is ours, but a browser may bring it back from an older version of the page. */
export function placeIn(state: unknown): Place | undefined {
  const place = (state as { place?: Place } | null)?.place;
  return place !== undefined && SCREENS.has(place.screen) ? place : undefined;
}

export function browserPorts(): Ports {
  return {
    fetch: (input, init) => window.fetch(input, init),
    memory: new DeviceMemory(storageOrNull()),
    later: (action, ms) => {
      const timer = window.setTimeout(action, ms);
      return () => window.clearTimeout(timer);
    },
    random: Math.random,
    today: () => {
      const now = new Date();
      return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    },
    languages: () => navigator.languages,
    online: () => navigator.onLine,
    showLink: (token) => window.history.replaceState(null, '', `#${token}`),
    pushPlace: (place, replace) => {
      if (replace) window.history.replaceState({ place }, '');
      else window.history.pushState({ place }, '');
    },
    placeInHistory: () => placeIn(window.history.state),
  };
}

/** The first paint has set the theme; from here on it follows the system, unless the application's switch has fixed it. */
export function followSystemTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => {
    const fixed = storageOrNull()?.getItem('touchstone.theme');
    if (fixed === 'light' || fixed === 'dark') return;
    document.documentElement.dataset.mantineColorScheme = dark.matches ? 'dark' : 'light';
  });
}
