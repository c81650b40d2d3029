import type { InitiativeInput, InitiativePageFieldsFragment } from './initiatives.generated.js';

/** All that an initiative says of itself: an update replaces it as a whole. Links that are left out stay. */
export const inputOf = (initiative: InitiativePageFieldsFragment): InitiativeInput => ({
  title: initiative.title,
  hypothesisChange: initiative.hypothesisChange,
  hypothesisEffect: initiative.hypothesisEffect,
  hypothesisReason: initiative.hypothesisReason,
  teamId: initiative.teamId ?? null,
  ownerId: initiative.ownerId ?? null,
  sponsorId: initiative.sponsorId ?? null,
  startsOn: initiative.startsOn ?? null,
  dueOn: initiative.dueOn ?? null,
  currency: initiative.currency ?? null,
  costPlannedMinor: initiative.costPlannedMinor ?? null,
  costActualMinor: initiative.costActualMinor ?? null,
  value: initiative.value ?? null,
  effort: initiative.effort ?? null,
  updateEveryDays: initiative.updateEveryDays ?? null,
});
