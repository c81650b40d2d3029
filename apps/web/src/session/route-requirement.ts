import type { Can, Requirement } from './abilities.js';

/** Who may see a route. There is no default: a route that says nothing does not compile. */
export type RouteRequirement = 'public' | 'signed-in' | Requirement;

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    requires: RouteRequirement;
  }
}

export function satisfies(can: Can, requirement: RouteRequirement | undefined): boolean {
  if (requirement === 'public' || requirement === 'signed-in') return true;
  return requirement ? can(...requirement) : false;
}
