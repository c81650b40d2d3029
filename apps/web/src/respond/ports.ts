import type { DeviceMemory } from './device-memory.js';
import type { Place } from './navigation.js';

/** The browser, as far as the logic needs it: a test plays the browser by giving its own. */
export interface Ports {
  readonly fetch: typeof fetch;
  readonly memory: DeviceMemory;
  /** Runs an action later and returns how to call it off. */
  readonly later: (action: () => void, ms: number) => () => void;
  readonly random: () => number;
  readonly today: () => string;
  readonly languages: () => readonly string[];
  readonly online: () => boolean;
  /** The address shows another link from now on, without a new history entry. */
  readonly showLink: (token: string) => void;
  readonly pushPlace: (place: Place, replace: boolean) => void;
  readonly placeInHistory: () => Place | undefined;
}
