/** How long what a map says is taken to hold before somebody should look again: half a year. */
export const MAP_SHELF_LIFE_DAYS = 180;

const DAY_MS = 86_400_000;

/** What was confirmed before this moment has gone stale. */
export const staleBefore = (now: Date): Date => new Date(now.getTime() - MAP_SHELF_LIFE_DAYS * DAY_MS);
